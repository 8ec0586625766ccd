/* What is old goes, and nothing that is open, unsent, or needed for what is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-activity.h"
#include "act-store-pruning.h"
#include "act-store-resources.h"
#include "act-store-usage.h"
#include "act-time.h"
#include "store-fixture.h"

#include <sqlite3.h>

static void
add_event (Fixture *self, const char *id, gint64 time, gboolean actioned, const char *run, const char *entity)
{
  ActEvent *event = make_event (id, time);

  if (actioned)
    event->actioned_time = time + 1000;
  g_free (event->run_id);
  event->run_id = g_strdup (run);
  g_free (event->entity_type);
  event->entity_type = g_strdup ("Bill");
  g_free (event->entity_id);
  event->entity_id = g_strdup (entity);
  merge_event (self->store, event);
}

/* Prunes to the end, and tells how many events went and in how many batches. */
static ActPruning
prune (Fixture *self, gint64 older_than, guint *n_batches)
{
  ActPruning pruning = { .older_than = older_than };
  guint      n = 0;

  while (!pruning.done)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      act_store_prune_async (self->store, &pruning, NULL, keep_result_cb, &result);
      wait_for_result (&result);
      g_assert_true (act_store_prune_finish (self->store, result, &pruning, &error));
      g_assert_no_error (error);
      n++;
    }
  if (n_batches != NULL)
    *n_batches = n;

  return pruning;
}

static guint
count_prunable (Fixture *self, gint64 older_than)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  act_store_count_prunable_async (self->store, older_than, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_count_prunable_finish (self->store, result, &n, &error));
  g_assert_no_error (error);

  return n;
}

static char *
list_ids (Fixture *self)
{
  g_autoptr (ActQuery) all = act_query_new ();

  all->include_actioned = TRUE;
  all->kinds = ACT_QUERY_ALL_KINDS;
  all->sort = ACT_SORT_DATE;
  all->descending = FALSE;

  return query_ids (self->store, all);
}

static void
mark_and_settle (Fixture *self, const char *id, ActOutboxState state)
{
  g_autoptr (GPtrArray) entries = NULL;
  const ActOutboxEntry *entry = NULL;

  mark (self->store, id, 0);
  release_held (self->store);
  entries = claim (self->store, ACT_OUTBOX_READY, 1);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  settle (self->store, entry->id, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN, NULL);
  settle (self->store, entry->id, state, FIXTURE_TIME, "because");
}

static void
test_what_is_kept (Fixture *self, gconstpointer unused)
{
  g_autofree char *ids = NULL;
  g_autoptr (ActCounts) counts = NULL;
  ActPruning pruning;

  add_event (self, "open", FIXTURE_MINUTE (0), FALSE, NULL, NULL);
  add_event (self, "elsewhere", FIXTURE_MINUTE (1), TRUE, NULL, NULL);
  add_event (self, "held", FIXTURE_MINUTE (2), FALSE, NULL, NULL);
  add_event (self, "refused", FIXTURE_MINUTE (3), FALSE, NULL, NULL);
  add_event (self, "done", FIXTURE_MINUTE (4), FALSE, NULL, NULL);
  add_event (self, "gone", FIXTURE_MINUTE (5), FALSE, NULL, NULL);
  add_event (self, "young", FIXTURE_MINUTE (9), TRUE, NULL, NULL);
  mark_and_settle (self, "done", ACT_OUTBOX_DONE);
  mark_and_settle (self, "refused", ACT_OUTBOX_REFUSED);
  set_gone (self->store, "gone");
  mark (self->store, "held", G_MAXINT64);

  g_assert_cmpuint (count_prunable (self, FIXTURE_MINUTE (8)), ==, 2);
  pruning = prune (self, FIXTURE_MINUTE (8), NULL);
  g_assert_cmpuint (pruning.n_events, ==, 2);
  ids = list_ids (self);
  g_assert_cmpstr (ids, ==, "open held refused gone young");
  counts = count (self->store);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 5);
  g_assert_cmpuint (count_prunable (self, FIXTURE_MINUTE (8)), ==, 0);
}

/* Open ones that are older than all others cost nothing in the batches that follow. */
static void
test_batches (Fixture *self, gconstpointer unused)
{
  ActEventPage *page = make_page (NULL, NULL);
  ActPruning    pruning;
  guint         n_batches = 0;
  g_autoptr (ActCounts) counts = NULL;
  guint n_changed;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      ActEvent        *event = make_event (id, FIXTURE_MINUTE (i));

      if (i % 4 != 0)
        event->actioned_time = FIXTURE_MINUTE (i);
      g_ptr_array_add (page->events, event);
    }
  merge_page (self->store, page, 0);

  n_changed = self->n_changed;
  pruning = prune (self, FIXTURE_MINUTE (1600), &n_batches);
  g_assert_cmpuint (pruning.n_events, ==, 1200);
  g_assert_cmpuint (n_batches, ==, 3);
  g_assert_cmpuint (self->n_changed, >, n_changed);
  counts = count (self->store);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 800);
  g_assert_cmpuint (act_counts_get_open (counts), ==, 500);
}

/* A clock that is ten years ahead is no reason to delete anything. */
static void
test_clock (Fixture *self, gconstpointer unused)
{
  ActPruning pruning = { .by_events = TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;
  gint64           hour = G_GINT64_CONSTANT (3600000);

  add_event (self, "newest", FIXTURE_TIME, TRUE, NULL, NULL);
  add_event (self, "old", FIXTURE_TIME - 3 * hour, TRUE, NULL, NULL);
  add_event (self, "young", FIXTURE_TIME - hour, TRUE, NULL, NULL);

  /* To be kept for two hours. */
  pruning.older_than = act_time_now () - 2 * hour;
  act_store_prune_async (self->store, &pruning, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_prune_finish (self->store, result, &pruning, &error));
  g_assert_no_error (error);
  g_assert_true (pruning.done);
  ids = list_ids (self);
  g_assert_cmpstr (ids, ==, "young newest");
}

static void
put_resource (Fixture *self, ActResourceKind kind, const char *group, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func ((GDestroyNotify) act_resource_free);

  g_ptr_array_add (resources, act_resource_new (id, "{}", FIXTURE_TIME));
  act_store_put_resources_async (self->store, kind, group, resources, kind == ACT_RESOURCE_MAPPING, NULL,
                                 keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_put_resources_finish (self->store, result, &error));
  g_assert_no_error (error);
}

static char *
read_text (Fixture *self, const char *sql)
{
  sqlite3      *handle = NULL;
  sqlite3_stmt *statement = NULL;
  char         *text = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return text;
}

static void
test_resources (Fixture *self, gconstpointer unused)
{
  g_autofree char *left = NULL;
  g_autofree char *listings = NULL;

  add_event (self, "open", FIXTURE_MINUTE (0), FALSE, "run-1", "bill-1");
  add_event (self, "actioned", FIXTURE_MINUTE (0), TRUE, "run-2", "bill-2");
  put_resource (self, ACT_RESOURCE_RUN, "bill/bill-1", "run-1");
  put_resource (self, ACT_RESOURCE_RUN, "bill/bill-1", "run-0");
  put_resource (self, ACT_RESOURCE_RUN, "bill/bill-2", "run-2");
  put_resource (self, ACT_RESOURCE_RUN_LOG, "", "run-1");
  put_resource (self, ACT_RESOURCE_RUN_LOG, "", "run-2");
  put_resource (self, ACT_RESOURCE_MAPPING, "bill/bill-1", "mapping-1");
  put_resource (self, ACT_RESOURCE_MAPPING, "bill/bill-2", "mapping-2");
  put_resource (self, ACT_RESOURCE_CONFIGURATION, "", "configuration-1");

  prune (self, FIXTURE_MINUTE (5), NULL);
  left = read_text (self, "SELECT group_concat (id, ' ') FROM (SELECT id FROM resource ORDER BY id, kind)");
  g_assert_cmpstr (left, ==, "configuration-1 mapping-1 run-0 run-1 run-1");
  listings = read_text (self, "SELECT group_concat (grp, ' ') FROM listing WHERE kind = 3");
  g_assert_cmpstr (listings, ==, "bill/bill-1");
}

static void
test_activities (Fixture *self, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *entries = NULL;

  add_event (self, "done", FIXTURE_MINUTE (0), FALSE, NULL, NULL);
  add_event (self, "held", FIXTURE_MINUTE (1), FALSE, NULL, NULL);
  mark_and_settle (self, "done", ACT_OUTBOX_DONE);
  mark (self->store, "held", G_MAXINT64);
  before = read_text (self, "SELECT count(*) FROM activity");
  g_assert_cmpstr (before, ==, "2");

  /* All of this was done just now, which is long before then. */
  prune (self, G_GINT64_CONSTANT (4000000000000), NULL);
  waiting = read_text (self, "SELECT count(*) FROM activity");
  g_assert_cmpstr (waiting, ==, "1");
  entries = read_text (self, "SELECT group_concat (target, ' ') FROM outbox");
  g_assert_cmpstr (entries, ==, "held");
}

static ActUsage *
measure (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActUsage *usage = NULL;

  act_store_measure_async (self->store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  usage = act_store_measure_finish (self->store, result, &error);
  g_assert_no_error (error);

  return usage;
}

static void
compact (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_compact_async (self->store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_compact_finish (self->store, result, &error));
  g_assert_no_error (error);
}

static void
test_space (Fixture *self, gconstpointer unused)
{
  ActEventPage    *page = make_page (NULL, NULL);
  g_autofree char *log = g_strnfill (500000, 'x');
  g_autofree char *aside = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (ActUsage) full = NULL;
  g_autoptr (ActUsage) pruned = NULL;
  g_autoptr (ActUsage) compacted = NULL;
  g_autofree char *ids = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      ActEvent        *event = make_event (id, FIXTURE_MINUTE (i));

      event->actioned_time = i > 0 ? FIXTURE_MINUTE (i) : ACT_TIME_UNKNOWN;
      g_ptr_array_add (page->events, event);
    }
  merge_page (self->store, page, 0);
  aside = g_strconcat (self->path, ".set-aside-20260304T050607Z", NULL);
  backup = g_strconcat (self->path, ".backup-2-20260304T050607Z", NULL);
  g_assert_true (g_file_set_contents (aside, log, -1, NULL));
  g_assert_true (g_file_set_contents (backup, log, -1, NULL));

  full = measure (self);
  g_assert_cmpuint (full->n_events, ==, 3000);
  g_assert_cmpint (full->events, >, 100000);
  g_assert_cmpint (full->index, >, 50000);
  g_assert_cmpuint (full->n_set_aside, ==, 1);
  g_assert_cmpint (full->set_aside, >=, 500000);
  g_assert_cmpuint (full->n_backups, ==, 1);
  g_assert_cmpint (full->backups, >=, 500000);

  prune (self, FIXTURE_MINUTE (4000), NULL);
  pruned = measure (self);
  g_assert_cmpuint (pruned->n_events, ==, 1);
  g_assert_cmpint (pruned->unused, >, 100000);

  compact (self);
  compacted = measure (self);
  g_assert_cmpint (compacted->unused, ==, 0);
  g_assert_cmpint (compacted->store, <, full->store - 100000);
  ids = list_ids (self);
  g_assert_cmpstr (ids, ==, "e0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/pruning/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("what-is-kept", test_what_is_kept);
  ADD ("batches", test_batches);
  ADD ("clock", test_clock);
  ADD ("resources", test_resources);
  ADD ("activities", test_activities);
  ADD ("space", test_space);
#undef ADD

  return g_test_run ();
}
