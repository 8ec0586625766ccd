/* Every order in which a mark can be made, sent, answered, taken back and cut off by a crash
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-changes.h"
#include "act-store-pending.h"
#include "store-fixture.h"

#include "act-time.h"

/* The first step is a mark; the others follow it in every order that is possible. */
#define N_STEPS      5
#define N_STEPS_SLOW 7

#define NO_STATE -1

typedef enum
{
  STEP_MARK,
  STEP_MARK_HELD,
  STEP_UNDO,
  STEP_RELEASE,
  STEP_TAKE_BACK,
  STEP_CLAIM,
  STEP_ACCEPTED,
  STEP_CONFIRMED,
  STEP_REFUSED,
  STEP_LOST,
  STEP_UNKNOWN,
  STEP_SIGN_IN,
  STEP_CANNOT_MARK,
  STEP_GONE,
  STEP_CRASH,
  STEP_RETRY,
  N_KINDS_OF_STEP,
} Step;

static const char *const names[] = {
  "mark", "mark-held", "undo", "release", "take-back", "claim", "accepted", "confirmed", "refused",
  "lost", "unknown", "sign-in", "cannot-mark", "gone", "crash", "retry"
};

/* One event, and what the user and the server have done to it. */
typedef struct
{
  Fixture *fixture;
  char    *id; /* (owned) */
  gint64   entry_id;
  gboolean wanted;    /* the user has marked it, and has not taken that back */
  gboolean confirmed; /* the server has it, or does not have the event any more */
  guint    n_sent;
  GString *trace; /* (owned): what was done so far, for the log of a failure */
} Run;

/* How far the mark got, NO_STATE without an unfinished one. */
static int
read_state (Run *run)
{
  for (guint kind = 0; kind < ACT_N_PENDING_KINDS; kind++)
    {
      ActPendingScope scope = act_pending_scope_of_all ((ActPendingKind) kind);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) marks = NULL;
      g_autoptr (GError) error = NULL;

      act_store_list_pending_marks_async (run->fixture->store, &scope, 0, 100, NULL, keep_result_cb, &result);
      wait_for_result (&result);
      marks = act_store_list_pending_marks_finish (run->fixture->store, result, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < marks->len; i++)
        {
          ActPendingMark *mark = g_ptr_array_index (marks, i);

          if (g_str_equal (mark->event_id, run->id))
            {
              run->entry_id = mark->entry_id;
              return (int) mark->state;
            }
        }
    }

  return NO_STATE;
}

static gboolean
is_possible (Run *run, Step step, int state)
{
  switch (step)
    {
    case STEP_MARK:
    case STEP_MARK_HELD:
      return !run->confirmed && (state == NO_STATE || state == ACT_OUTBOX_REFUSED);

    case STEP_UNDO:
    case STEP_RELEASE:
      return state == ACT_OUTBOX_HELD;

    case STEP_CLAIM:
    case STEP_TAKE_BACK:
      return TRUE;

    case STEP_ACCEPTED:
    case STEP_UNKNOWN:
    case STEP_SIGN_IN:
    case STEP_CANNOT_MARK:
      return state == ACT_OUTBOX_SENDING;

    case STEP_CONFIRMED:
    case STEP_REFUSED:
    case STEP_LOST:
    case STEP_GONE:
      return state == ACT_OUTBOX_SENDING || state == ACT_OUTBOX_VERIFYING;

    case STEP_CRASH:
      return state != NO_STATE;

    case STEP_RETRY:
      return state == ACT_OUTBOX_REFUSED || state == ACT_OUTBOX_UNSUPPORTED || state == ACT_OUTBOX_UNKNOWN ||
             state == ACT_OUTBOX_WAITING_FOR_SIGN_IN;

    case N_KINDS_OF_STEP:
    default:
      return FALSE;
    }
}

static void
answer (Run *run, ActOutboxState state, gint64 time)
{
  settle (run->fixture->store, run->entry_id, state, time, state == ACT_OUTBOX_REFUSED ? "No" : NULL);
}

static void
try_to_claim (Run *run, int state)
{
  g_autoptr (GPtrArray) entries = claim (run->fixture->store, ACT_OUTBOX_READY, 0);

  g_assert_cmpuint (entries->len, ==, state == ACT_OUTBOX_READY ? 1 : 0);
  if (entries->len == 0)
    return;

  /* Nothing is sent that the user has taken back, or that the server has. */
  g_assert_true (run->wanted);
  g_assert_false (run->confirmed);
  run->n_sent++;
}

static void
try_to_take_back (Run *run, int state)
{
  g_autoptr (GArray) rows = take_back (run->fixture->store, run->id);
  gboolean can = state != NO_STATE && act_outbox_state_can_undo ((ActOutboxState) state);

  g_assert_cmpuint (rows->len, ==, can ? 1 : 0);
  if (can)
    run->wanted = FALSE;
}

/* The process ends as it is, and the next one takes over. */
static void
crash (Run *run)
{
  fixture_reopen (run->fixture);
  g_assert_true (act_store_try_lock_sync (run->fixture->store));
}

static void
do_step (Run *run, Step step, int state)
{
  ActStore *store = run->fixture->store;

  switch (step)
    {
    case STEP_MARK:
    case STEP_MARK_HELD:
      g_assert_cmpuint (mark (store, run->id, step == STEP_MARK ? 0 : G_MAXINT64), ==, 1);
      run->wanted = TRUE;
      break;

    case STEP_UNDO:
      {
        g_autoptr (GArray) rows = take_back_held (store);

        g_assert_cmpuint (rows->len, ==, 1);
        run->wanted = FALSE;
        break;
      }

    case STEP_RELEASE:
      g_assert_cmpuint (release_held (store), ==, 1);
      break;

    case STEP_TAKE_BACK:
      try_to_take_back (run, state);
      break;

    case STEP_CLAIM:
      try_to_claim (run, state);
      break;

    case STEP_ACCEPTED:
      answer (run, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN);
      break;

    case STEP_CONFIRMED:
      answer (run, ACT_OUTBOX_DONE, FIXTURE_TIME);
      run->confirmed = TRUE;
      break;

    case STEP_REFUSED:
      answer (run, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN);
      break;

    case STEP_LOST:
      answer (run, ACT_OUTBOX_READY, ACT_TIME_UNKNOWN);
      break;

    case STEP_UNKNOWN:
      answer (run, ACT_OUTBOX_UNKNOWN, ACT_TIME_UNKNOWN);
      break;

    case STEP_SIGN_IN:
      answer (run, ACT_OUTBOX_WAITING_FOR_SIGN_IN, ACT_TIME_UNKNOWN);
      break;

    case STEP_CANNOT_MARK:
      answer (run, ACT_OUTBOX_UNSUPPORTED, ACT_TIME_UNKNOWN);
      break;

    case STEP_GONE:
      set_gone (store, run->id);
      run->confirmed = TRUE;
      break;

    case STEP_CRASH:
      crash (run);
      break;

    case STEP_RETRY:
      g_assert_cmpuint (retry (store, (ActOutboxState) state), ==, 1);
      break;

    case N_KINDS_OF_STEP:
    default:
      g_assert_not_reached ();
    }
}

/* What must hold at every moment, whatever happened before. */
static void
check (Run *run, Step step, int before)
{
  int            after = read_state (run);
  ActEventStatus status = read_status (run->fixture->store, run->id);

  /* Nothing is lost, and nothing is done that was not confirmed. */
  if ((after != NO_STATE) != (run->wanted && !run->confirmed))
    g_test_message ("A mark is %s after:%s", after != NO_STATE ? "left over" : "lost", run->trace->str);
  g_assert_cmpint (after != NO_STATE, ==, run->wanted && !run->confirmed);

  if (run->confirmed)
    g_assert_cmpint (status, >=, ACT_EVENT_STATUS_ACTIONED);
  else if (!run->wanted || after == ACT_OUTBOX_REFUSED)
    g_assert_cmpint (status, <, ACT_EVENT_STATUS_FIRST_ACTIONED);
  else
    g_assert_cmpint (status, ==, after == ACT_OUTBOX_UNSUPPORTED ? ACT_EVENT_STATUS_LOCAL : ACT_EVENT_STATUS_PENDING);

  if (step != STEP_MARK && step != STEP_MARK_HELD && before != NO_STATE && after != NO_STATE && before != after)
    g_assert_true (act_outbox_state_can_reach ((ActOutboxState) before, (ActOutboxState) after));

  /* What a crash cut off is tried again; what waits for the user is not. */
  if (step == STEP_CRASH)
    g_assert_cmpint (after, ==, before == ACT_OUTBOX_SENDING ? ACT_OUTBOX_READY : before);
}

/* Leaves nothing behind that the next run would find. */
static void
end_run (Run *run)
{
  int state = read_state (run);

  if (state != NO_STATE)
    answer (run, ACT_OUTBOX_DONE, FIXTURE_TIME);
  g_string_free (run->trace, TRUE);
  g_free (run->id);
}

static guint
get_n_steps (void)
{
  return g_test_slow () ? N_STEPS_SLOW : N_STEPS;
}

/* Goes the way that the choices name; fills in how many there were at each step. */
static void
follow (Fixture *fixture, guint number, const guint *choices, guint *n_choices)
{
  Run run = { .fixture = fixture, .id = g_strdup_printf ("event-%u", number), .trace = g_string_new (NULL) };

  merge_event (fixture->store, make_event (run.id, FIXTURE_MINUTE (number)));
  for (guint i = 0; i < get_n_steps (); i++)
    {
      int  state = read_state (&run);
      Step possible[N_KINDS_OF_STEP];
      Step step;

      n_choices[i] = 0;
      for (guint kind = 0; kind < N_KINDS_OF_STEP; kind++)
        {
          if (i == 0 ? kind <= STEP_MARK_HELD : is_possible (&run, (Step) kind, state))
            possible[n_choices[i]++] = (Step) kind;
        }

      step = possible[choices[i]];
      g_string_append_printf (run.trace, " %s", names[step]);
      do_step (&run, step, state);
      check (&run, step, state);
    }
  end_run (&run);
}

/* Counts the choices up like the digits of a number. */
static gboolean
choose_next (guint *choices, const guint *n_choices)
{
  for (guint i = get_n_steps (); i-- > 0;)
    {
      if (++choices[i] < n_choices[i])
        return TRUE;
      choices[i] = 0;
    }

  return FALSE;
}

static void
test_every_order (Fixture *fixture, gconstpointer unused)
{
  guint choices[N_STEPS_SLOW] = { 0 };
  guint n_choices[N_STEPS_SLOW] = { 0 };
  guint number = 0;

  g_assert_true (act_store_try_lock_sync (fixture->store));
  do
    follow (fixture, number++, choices, n_choices);
  while (choose_next (choices, n_choices));

  g_test_message ("%u orders", number);
  g_assert_cmpuint (number, >, 800);
}

static ActChange *
claim_change (ActStore *store, gint64 after_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActChange *change = NULL;

  act_store_claim_change_async (store, after_id, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_claim_change_finish (store, result, &change, &error));
  g_assert_no_error (error);

  return change;
}

/* A create that was being sent when the process died is never ready again by itself. */
static void
test_create_is_not_repeated (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autoptr (ActChange) claimed = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (act_store_try_lock_sync (fixture->store));
  change->action = ACT_OUTBOX_CREATE_MAPPING;
  change->target = g_strdup ("Account/a/S/t");
  change->content = g_strdup ("{}");
  act_store_add_change_async (fixture->store, change, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_cmpint (act_store_add_change_finish (fixture->store, result, NULL), >, 0);
  g_clear_object (&result);

  claimed = claim_change (fixture->store, 0);
  g_assert_cmpint (claimed->state, ==, ACT_OUTBOX_SENDING);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (ActChange) again = NULL;

      fixture_reopen (fixture);
      g_assert_true (act_store_try_lock_sync (fixture->store));
      again = claim_change (fixture->store, 0);
      g_assert_nonnull (again);
      g_assert_cmpint (again->state, ==, ACT_OUTBOX_UNKNOWN);
      g_assert_cmpuint (again->attempts, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  /* Thousands of changes, each of which is on the disk before the next one. */
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/outbox/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("every-order", test_every_order);
  ADD ("create-is-not-repeated", test_create_is_not_repeated);
#undef ADD

  return g_test_run ();
}
