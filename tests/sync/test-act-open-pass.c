/* Tests of reading the open events, by a session on a simulated server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "act-api-error.h"

static gint64
get_row (GArray *row_ids,
         guint   i)
{
  return g_array_index (row_ids, gint64, i);
}

static guint
count_status (Fixture       *self,
              GArray        *row_ids,
              ActEventStatus status)
{
  guint n = 0;

  for (guint i = 0; i < row_ids->len; i++)
    n += fixture_get_status (self, get_row (row_ids, i)) == status;

  return n;
}

static void
action_elsewhere (Fixture *self,
                  gint64   row_id)
{
  g_autoptr (ActEventRecord) record = fixture_read (self, row_id);

  g_assert_true (act_simulator_set_actioned (self->simulator, record->event->id, TRUE));
}

/* What the server deletes stays here, and is said to be gone; a mark for it has come to its end. */
static void
test_gone (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ActCounts) counts = NULL;
  guint n_gone = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  open = fixture_list (self, FALSE);
  g_array_append_val (marked, g_array_index (open, gint64, open->len - 1));
  g_assert_cmpuint (fixture_mark (self, marked, 0), ==, 1);

  fixture_stop_simulator (self);
  self->options->retention_days = 2;
  fixture_start_simulator (self);
  fixture_refresh (self);
  fixture_send (self);

  n_gone = count_status (self, open, ACT_EVENT_STATUS_OPEN_GONE);
  g_assert_cmpuint (n_gone, >, 10);
  g_assert_cmpuint (n_gone + count_status (self, open, ACT_EVENT_STATUS_OPEN) + 1, ==, open->len);
  g_assert_cmpint (fixture_get_status (self, get_row (marked, 0)), ==, ACT_EVENT_STATUS_ACTIONED_GONE);
  all = fixture_list (self, TRUE);
  g_assert_cmpuint (all->len, ==, 150);
  counts = fixture_count (self);
  g_assert_cmpuint (counts->waiting, ==, 0);
}

/* A computer that was offline for 30 days: the server has deleted what was marked on it, and what was
 * left open. The marks have come to their end, nothing is refused, and nothing is lost here. */
static void
test_offline_for_30_days (Fixture      *self,
                          gconstpointer unused)
{
  gint64 now = act_time_now ();
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) marked = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (ActCounts) counts = NULL;

  fixture_stop_simulator (self);
  g_free (self->options->state_file);
  self->options->state_file = g_build_filename (self->directory, "earlier.json", NULL);
  self->options->now_ms = now - 30 * 86400000LL;
  fixture_start_simulator (self);
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  open = fixture_list (self, FALSE);

  fixture_stop_simulator (self);
  marked = fixture_mark_first (self, 7, 0);
  self->options->now_ms = 0;
  fixture_start_simulator (self);
  act_simulator_add_events (self->simulator, 5, now - 60000, now, FALSE);
  fixture_refresh (self);
  fixture_send (self);
  fixture_refresh (self);

  g_assert_cmpuint (count_status (self, marked, ACT_EVENT_STATUS_ACTIONED_GONE), ==, 7);
  g_assert_cmpuint (count_status (self, open, ACT_EVENT_STATUS_OPEN_GONE), ==, open->len - 7);
  counts = fixture_count (self);
  g_assert_cmpuint (counts->waiting, ==, 0);
  g_assert_cmpuint (counts->refused_changes, ==, 0);
  g_assert_true (act_session_get_can_mark (self->session));
  fixture_check_changes (self, NULL, 0);
  all = fixture_list (self, TRUE);
  g_assert_cmpuint (all->len, ==, 155);
}

/* A pass that was not read to its end says nothing of what it has not met. */
static void
test_unfinished (Fixture      *self,
                 gconstpointer unused)
{
  g_autoptr (GArray) open = NULL;
  gint64 last = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  open = fixture_list (self, FALSE);
  last = get_row (open, open->len - 1);
  action_elsewhere (self, last);

  fixture_set_fault (self, "list-400", 4);
  g_assert_false (fixture_try_refresh (self, NULL));
  g_assert_cmpuint (count_status (self, open, ACT_EVENT_STATUS_OPEN), ==, open->len);

  fixture_set_fault (self, "list-400", 0);
  fixture_refresh (self);
  g_assert_cmpint (fixture_get_status (self, last), ==, ACT_EVENT_STATUS_ELSEWHERE);
  g_assert_cmpuint (count_status (self, open, ACT_EVENT_STATUS_OPEN), ==, open->len - 1);
}

/* A long list is read at its head only for some time after it was read in full. */
static void
test_long_list (Fixture      *self,
                gconstpointer unused)
{
  gint64 now = act_time_now ();
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  act_simulator_add_events (self->simulator, 3500, now - 20 * 86400000LL, now - 60000, FALSE);
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  before = fixture_list (self, FALSE);
  g_assert_cmpuint (before->len, >, 3500);

  action_elsewhere (self, get_row (before, 3000));
  act_simulator_add_events (self->simulator, 40, now - 50000, now, FALSE);
  fixture_refresh (self);
  after = fixture_list (self, FALSE);
  g_assert_cmpint (fixture_get_status (self, get_row (before, 3000)), ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpuint (after->len, ==, before->len + 40);
}

/* Events that come and go while pages are counted from the top shift the pages. What was shifted
 * past the cursor is not taken for gone, and what is new is met the next time. */
static void
test_shifting_pages (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) open = NULL;

  fixture_stop_simulator (self);
  g_clear_pointer (&self->options->state_file, g_free);
  self->options->offset_cursor = TRUE;
  self->options->events = 900;
  fixture_start_simulator (self);
  fixture_set_fault (self, "change", 1);
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (guint i = 0; i < 4; i++)
    fixture_refresh (self);
  fixture_set_fault (self, "change", 0);
  fixture_refresh (self);

  all = fixture_list (self, TRUE);
  g_assert_cmpuint (all->len, >, 900);
  g_assert_cmpuint (count_status (self, all, ACT_EVENT_STATUS_OPEN_GONE), ==, 0);
  g_assert_cmpuint (count_status (self, all, ACT_EVENT_STATUS_REOPENED), ==, 0);
  open = fixture_list (self, FALSE);
  g_assert_cmpuint (count_status (self, open, ACT_EVENT_STATUS_OPEN), ==, open->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/open-pass/gone", test_gone);
  ADD ("/open-pass/offline-for-30-days", test_offline_for_30_days);
  ADD ("/open-pass/unfinished", test_unfinished);
  ADD ("/open-pass/long-list", test_long_list);
  ADD ("/open-pass/shifting-pages", test_shifting_pages);
#undef ADD

  return g_test_run ();
}
