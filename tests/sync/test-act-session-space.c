/* How long events are kept, and what freeing space does
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-space.h"
#include "act-store-database.h"
#include "session-fixture.h"

/* A bit more than four months, in row ids. */
#define FOUR_MONTHS "(125 * 86400000 << 20)"

static gboolean
make_old (ActStoreDatabase *database,
          gpointer          unused,
          GError          **error)
{
  return act_store_database_execute (
      database,
      "UPDATE event SET row_id = row_id - " FOUR_MONTHS " WHERE row_id IN"
      "  (SELECT row_id FROM state WHERE status >= 8 ORDER BY row_id DESC LIMIT 10);"
      "UPDATE event SET row_id = row_id - " FOUR_MONTHS " WHERE row_id IN"
      "  (SELECT row_id FROM state WHERE status < 8 ORDER BY row_id DESC LIMIT 10);",
      error);
}

/* Makes ten actioned and ten open events four months older than they are. */
static void
make_some_old (Fixture *self)
{
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  name = g_strconcat (act_connection_get_id (act_session_get_connection (self->session)), ".db", NULL);
  path = g_build_filename (self->directory, name, NULL);
  fixture_close (self);
  g_assert_true (act_store_database_open (database, path, ACT_STORE_ACCESS_WRITE, &error));
  g_assert_no_error (error);
  g_assert_true (act_store_database_transact (database, ACT_STORE_FETCHED, make_old, NULL, &error));
  g_assert_no_error (error);
}

static void
count_both (Fixture *self,
            guint   *open,
            guint   *all)
{
  g_autoptr (ActCounts) counts = fixture_count (self);

  *open = act_counts_get_open (counts);
  *all = act_counts_get_all (counts);
}

static void
wait_for_history (Fixture *self)
{
  guint open = 0;
  guint all = 0;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      count_both (self, &open, &all);
    }
  while (all < open + 20);
}

static void
test_retention (Fixture      *self,
                gconstpointer unused)
{
  guint open_before = 0;
  guint all_before = 0;
  guint open = 0;
  guint all = 0;

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_for_history (self);
  make_some_old (self);

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  count_both (self, &open_before, &all_before);
  fixture_close (self);

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  act_session_set_retention (self->session, 3);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      count_both (self, &open, &all);
    }
  while (all != all_before - 10);
  g_assert_cmpuint (open, ==, open_before);
}

static void
told_cb (ActStep  step,
         gint64   done,
         gint64   total,
         gpointer user_data)
{
  guint *steps = user_data;

  *steps |= 1U << step;
}

static void
test_free_space (Fixture      *self,
                 gconstpointer unused)
{
  ActFreeing freeing = { .older_than = G_MAXINT64, .logs = TRUE, .backups = TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = 0;
  gint64 after = 0;
  guint  steps = 0;
  guint  open_before = 0;
  guint  all_before = 0;
  guint  open = 0;
  guint  all = 0;

  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_for_history (self);
  fixture_close (self);
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  count_both (self, &open_before, &all_before);
  g_assert_cmpuint (open_before, <, all_before);

  act_session_free_space_async (self->session, &freeing, told_cb, &steps, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_true (act_session_free_space_finish (self->session, result, &before, &after, &error));
  g_assert_no_error (error);
  g_assert_cmpint (after, <, before);
  g_assert_cmphex (steps, ==, 1U << ACT_STEP_MEASURING | 1U << ACT_STEP_DELETING | 1U << ACT_STEP_COMPACTING);
  count_both (self, &open, &all);
  g_assert_cmpuint (open, ==, open_before);
  g_assert_cmpuint (all, ==, open);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer unused)
{
  ActFreeing freeing = { .older_than = G_MAXINT64 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = 0;
  gint64 after = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  g_cancellable_cancel (cancellable);
  act_session_free_space_async (self->session, &freeing, NULL, NULL, cancellable, keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_false (act_session_free_space_finish (self->session, result, &before, &after, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sync/session-space/retention", test_retention);
  ADD ("/sync/session-space/free-space", test_free_space);
  ADD ("/sync/session-space/cancelled", test_cancelled);

  return g_test_run ();
}
