/* The user's marks, through undo, sending, refusal and restart
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "act-time.h"

#include <signal.h>

static const ActOutboxEntry *
get_entry (GPtrArray *entries, guint i)
{
  g_assert_cmpuint (i, <, entries->len);

  return g_ptr_array_index (entries, i);
}

static void
test_mark (Fixture *self, gconstpointer unused)
{
  gint64 before = act_time_now ();
  guint  n_changed;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  ActEvent *actioned = make_event ("x", FIXTURE_TIME);
  gint64    strange = 4711;

  merge_many (self->store, 3);
  actioned->actioned_time = FIXTURE_TIME;
  merge_event (self->store, actioned);
  n_changed = self->n_changed;

  /* Once each, only what is open, only what is there. */
  row_ids = query_all (self->store);
  g_array_append_val (row_ids, strange);
  g_array_append_val (row_ids, g_array_index (row_ids, gint64, 0));
  g_assert_cmpuint (mark_rows (self->store, row_ids, 0), ==, 3);
  g_assert_cmpuint (self->n_changed, ==, n_changed + 1);
  g_assert_cmpuint (mark_rows (self->store, row_ids, 0), ==, 0);
  g_assert_cmpuint (self->n_changed, ==, n_changed + 1);

  record = read_record (self->store, "e1");
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpint (record->marked_at, >=, before);
  g_assert_cmpint (read_status (self->store, "x"), ==, ACT_EVENT_STATUS_ELSEWHERE);

  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpint (get_entry (entries, 0)->action, ==, ACT_OUTBOX_MARK_ACTIONED);
  g_assert_cmpint (get_entry (entries, 0)->state, ==, ACT_OUTBOX_SENDING);
  g_assert_cmpuint (get_entry (entries, 0)->attempts, ==, 1);
  g_assert_cmpint (get_entry (entries, 0)->created, >=, before);
  g_assert_cmpint (get_entry (entries, 0)->id, <, get_entry (entries, 1)->id);
}

static void
test_many (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GArray) taken_back = NULL;
  g_autoptr (ActCounts) counts = NULL;

  merge_many (self->store, 10000);
  row_ids = query_all (self->store);
  g_assert_cmpuint (mark_rows (self->store, row_ids, G_MAXINT64), ==, 10000);
  counts = count (self->store);
  g_assert_cmpuint (counts->held, ==, 10000);
  g_assert_cmpuint (act_counts_get_open (counts), ==, 0);

  taken_back = take_back_held (self->store);
  g_assert_cmpuint (taken_back->len, ==, 10000);
  for (guint i = 0; i < taken_back->len; i++)
    g_assert_cmpint (g_array_index (taken_back, gint64, i), ==, g_array_index (row_ids, gint64, 9999 - i));
}

static void
test_undo (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActEventRecord) record = NULL;
  g_autoptr (GArray) held = NULL;
  g_autoptr (GArray) ready = NULL;
  g_autoptr (GArray) again = NULL;

  merge_many (self->store, 2);
  mark (self->store, "e0", G_MAXINT64);
  mark (self->store, "e1", 0);

  held = take_back_held (self->store);
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpint (g_array_index (held, gint64, 0), ==, find_row (self->store, "e0"));
  record = read_record (self->store, "e0");
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (record->marked_at, ==, ACT_TIME_UNKNOWN);

  ready = take_back (self->store, "e1");
  g_assert_cmpuint (ready->len, ==, 1);
  again = take_back (self->store, "e1");
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpuint (mark (self->store, "e1", 0), ==, 1);
}

/* A mark on its way is not taken back; nobody knows yet what the server will say. */
static void
test_undo_too_late (Fixture *self, gconstpointer unused)
{
  static const ActOutboxState states[] = { ACT_OUTBOX_SENDING, ACT_OUTBOX_VERIFYING, ACT_OUTBOX_UNKNOWN, ACT_OUTBOX_DONE };
  g_autoptr (GPtrArray) entries = NULL;

  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GArray) taken_back = NULL;

      if (states[i] != ACT_OUTBOX_SENDING)
        settle (self->store, get_entry (entries, 0)->id, states[i], ACT_TIME_UNKNOWN, NULL);
      taken_back = take_back (self->store, "e0");
      g_assert_cmpuint (taken_back->len, ==, 0);
    }
}

static void
test_undo_reopened (Fixture *self, gconstpointer unused)
{
  ActEvent     *event = make_event ("a", FIXTURE_TIME);
  ActEventPage *page = NULL;
  g_autoptr (GArray) taken_back = NULL;

  event->actioned_time = FIXTURE_TIME;
  merge_event (self->store, event);
  page = make_page (make_event ("a", FIXTURE_TIME), NULL);
  page->asked_at += 60000;
  merge_page (self->store, page, 0);
  g_assert_cmpint (read_status (self->store, "a"), ==, ACT_EVENT_STATUS_REOPENED);

  mark (self->store, "a", G_MAXINT64);
  taken_back = take_back_held (self->store);
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (read_status (self->store, "a"), ==, ACT_EVENT_STATUS_REOPENED);
}

static void
test_hold (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) late = NULL;

  merge_many (self->store, 3);
  mark (self->store, "e0", G_MAXINT64);
  mark (self->store, "e1", G_MAXINT64);
  mark (self->store, "e2", 0);
  g_assert_cmpuint (restart_hold (self->store, act_time_now () + 1000), ==, 2);

  early = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (early->len, ==, 1);
  g_assert_cmpstr (get_entry (early, 0)->target, ==, "e2");

  g_assert_cmpuint (release_held (self->store), ==, 2);
  g_assert_cmpuint (release_held (self->store), ==, 0);
  late = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (late->len, ==, 2);
  g_assert_cmpstr (get_entry (late, 0)->target, ==, "e0");
}

static void
test_claim (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) verifying = NULL;
  g_autoptr (GPtrArray) still = NULL;

  merge_many (self->store, 3);
  mark (self->store, "e2", 0);
  mark (self->store, "e0", 0);
  mark (self->store, "e1", 0);
  first = claim (self->store, ACT_OUTBOX_READY, 2);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpstr (get_entry (first, 0)->target, ==, "e2");
  g_assert_cmpstr (get_entry (first, 1)->target, ==, "e0");
  second = claim (self->store, ACT_OUTBOX_READY, 2);
  g_assert_cmpuint (second->len, ==, 1);

  settle (self->store, get_entry (first, 0)->id, ACT_OUTBOX_READY, ACT_TIME_UNKNOWN, NULL);
  again = claim (self->store, ACT_OUTBOX_READY, 2);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpuint (get_entry (again, 0)->attempts, ==, 2);

  settle (self->store, get_entry (first, 0)->id, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN, NULL);
  settle (self->store, get_entry (first, 1)->id, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN, NULL);
  verifying = claim (self->store, ACT_OUTBOX_VERIFYING, 0);
  g_assert_cmpuint (verifying->len, ==, 2);
  g_assert_cmpint (get_entry (verifying, 0)->state, ==, ACT_OUTBOX_VERIFYING);
  g_assert_cmpuint (get_entry (verifying, 0)->attempts, ==, 2);
  still = claim (self->store, ACT_OUTBOX_VERIFYING, 1);
  g_assert_cmpuint (still->len, ==, 1);
  g_assert_cmpstr (get_entry (still, 0)->target, ==, "e2");
}

static void
test_settle (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    ActOutboxState state;
    ActEventStatus status;
  } cases[] = {
    { ACT_OUTBOX_VERIFYING, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_WAITING_FOR_SIGN_IN, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_UNKNOWN, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_REFUSED, ACT_EVENT_STATUS_REFUSED },
    { ACT_OUTBOX_UNSUPPORTED, ACT_EVENT_STATUS_LOCAL },
    { ACT_OUTBOX_READY, ACT_EVENT_STATUS_PENDING },
    { ACT_OUTBOX_DONE, ACT_EVENT_STATUS_ACTIONED },
    { ACT_OUTBOX_REFUSED, ACT_EVENT_STATUS_ACTIONED },
  };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (ActEventRecord) confirmed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ActEventRecord) record = NULL;

      settle (self->store, get_entry (entries, 0)->id, cases[i].state, FIXTURE_MINUTE (3), "A reason");
      record = read_record (self->store, "e0");
      g_assert_cmpint (record->status, ==, cases[i].status);
      g_assert_cmpstr (record->refusal, ==, cases[i].status == ACT_EVENT_STATUS_REFUSED ? "A reason" : NULL);
    }

  confirmed = read_record (self->store, "e0");
  g_assert_cmpint (confirmed->event->actioned_time, ==, FIXTURE_MINUTE (3));

  act_store_settle_async (self->store, 4711, ACT_OUTBOX_DONE, 0, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (act_store_settle_finish (self->store, result, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_NOT_FOUND);
}

static void
test_retry (Fixture *self, gconstpointer unused)
{
  static const ActOutboxState states[] = { ACT_OUTBOX_REFUSED, ACT_OUTBOX_UNSUPPORTED, ACT_OUTBOX_WAITING_FOR_SIGN_IN };

  merge_many (self->store, 2);
  mark (self->store, "e0", 0);
  mark (self->store, "e1", G_MAXINT64);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GPtrArray) entries = claim (self->store, ACT_OUTBOX_READY, 0);

      g_assert_cmpuint (entries->len, ==, 1);
      settle (self->store, get_entry (entries, 0)->id, states[i], ACT_TIME_UNKNOWN, "A reason");
      g_assert_cmpuint (retry (self->store, states[(i + 1) % G_N_ELEMENTS (states)]), ==, 0);
      g_assert_cmpuint (retry (self->store, states[i]), ==, 1);
      g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_PENDING);
    }

  g_assert_cmpuint (retry (self->store, ACT_OUTBOX_HELD), ==, 0);
}

/* A mark that was refused can be made again, and still be taken back to what it was. */
static void
test_mark_refused_again (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GArray) taken_back = NULL;
  g_autoptr (ActCounts) counts = NULL;

  merge_many (self->store, 1);
  mark (self->store, "e0", 0);
  first = claim (self->store, ACT_OUTBOX_READY, 0);
  settle (self->store, get_entry (first, 0)->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "No");

  g_assert_cmpuint (mark (self->store, "e0", 0), ==, 1);
  second = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpuint (get_entry (second, 0)->attempts, ==, 1);
  settle (self->store, get_entry (second, 0)->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "No");

  taken_back = take_back (self->store, "e0");
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN);
  counts = count (self->store);
  g_assert_cmpuint (counts->refused, ==, 0);
}

/* Among others too, and each only once. */
static void
test_mark_refused_among_others (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GArray) taken_back = NULL;
  gint64 row_id;

  merge_many (self->store, 3);
  row_ids = query_all (self->store);
  row_id = find_row (self->store, "e1");
  g_array_append_val (row_ids, row_id);
  mark (self->store, "e1", 0);
  first = claim (self->store, ACT_OUTBOX_READY, 0);
  settle (self->store, get_entry (first, 0)->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "No");

  g_assert_cmpuint (mark_rows (self->store, row_ids, 0), ==, 3);
  second = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (second->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (get_entry (second, i)->id, >, get_entry (first, 0)->id);
      settle (self->store, get_entry (second, i)->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "No");
    }

  taken_back = take_back (self->store, "e1");
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (read_status (self->store, "e1"), ==, ACT_EVENT_STATUS_OPEN);
}

/* What is held, or on its way, or refused, is not what nobody takes. */
static void
test_keep_here (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GPtrArray) sending = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (ActCounts) counts = NULL;

  merge_many (self->store, 5);
  mark (self->store, "e0", 0);
  refused = claim (self->store, ACT_OUTBOX_READY, 0);
  settle (self->store, get_entry (refused, 0)->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "No");
  mark (self->store, "e1", 0);
  sending = claim (self->store, ACT_OUTBOX_READY, 0);
  mark (self->store, "e2", G_MAXINT64);
  mark (self->store, "e3", 0);
  mark (self->store, "e4", 0);

  g_assert_cmpuint (keep_here (self->store), ==, 2);
  g_assert_cmpuint (keep_here (self->store), ==, 0);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_REFUSED);
  g_assert_cmpint (read_status (self->store, "e1"), ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpint (read_status (self->store, "e3"), ==, ACT_EVENT_STATUS_LOCAL);
  g_assert_cmpint (read_status (self->store, "e4"), ==, ACT_EVENT_STATUS_LOCAL);
  kept = claim (self->store, ACT_OUTBOX_UNSUPPORTED, 0);
  g_assert_cmpuint (kept->len, ==, 2);
  counts = count (self->store);
  g_assert_cmpuint (counts->local, ==, 2);
  g_assert_cmpuint (retry (self->store, ACT_OUTBOX_UNSUPPORTED), ==, 2);
}

static void
test_restart (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) taken_back = NULL;
  g_autoptr (GPtrArray) sending = NULL;
  g_autoptr (GPtrArray) again = NULL;

  merge_many (self->store, 3);
  mark (self->store, "e0", G_MAXINT64);
  mark (self->store, "e1", 0);
  sending = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (sending->len, ==, 1);
  mark (self->store, "e2", 0);

  fixture_reopen (self);
  again = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpstr (get_entry (again, 0)->target, ==, "e1");
  g_assert_cmpuint (get_entry (again, 0)->attempts, ==, 2);

  taken_back = take_back_held (self->store);
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN);
}

#define KILLED_PATH "ACTIONED_TEST_STORE"

/* Runs in a process of its own and is killed as soon as the mark is said to be made. */
static void
test_killed_process (void)
{
  ActStore *store = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  store = open_store (g_getenv (KILLED_PATH));
  merge_many (store, 3);
  mark (store, "e0", 0);
  entries = claim (store, ACT_OUTBOX_READY, 0);
  mark (store, "e1", G_MAXINT64);
  raise (SIGKILL);
}

static void
test_killed (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (ActCounts) counts = NULL;

  fixture_close (self);
  g_setenv (KILLED_PATH, self->path, TRUE);
  g_test_trap_subprocess ("/store/marking/killed/subprocess", 0, 0);
  g_unsetenv (KILLED_PATH);
  g_assert_false (g_test_trap_has_passed ());

  fixture_reopen (self);
  counts = count (self->store);
  g_assert_cmpuint (counts->waiting, ==, 2);
  g_assert_cmpuint (counts->held, ==, 1);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 3);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpuint (get_entry (entries, 0)->attempts, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/marking/killed/subprocess", test_killed_process);
#define ADD(name, func) g_test_add ("/store/marking/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("mark", test_mark);
  ADD ("many", test_many);
  ADD ("undo", test_undo);
  ADD ("undo-too-late", test_undo_too_late);
  ADD ("undo-reopened", test_undo_reopened);
  ADD ("hold", test_hold);
  ADD ("claim", test_claim);
  ADD ("settle", test_settle);
  ADD ("retry", test_retry);
  ADD ("keep-here", test_keep_here);
  ADD ("mark-refused-again", test_mark_refused_again);
  ADD ("mark-refused-among-others", test_mark_refused_among_others);
  ADD ("restart", test_restart);
  ADD ("killed", test_killed);
#undef ADD

  return g_test_run ();
}
