/* Tests of sending marks
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-push.h"
#include "scripted-fixture.h"

#define PUT_A "PUT " FIXTURE_EVENTS "/a/actioned"
#define GET_A "GET " FIXTURE_EVENTS "/a"
#define IDS_A "GET " FIXTURE_EVENTS "?ids=a"

static ActPush *
create_push (ScriptedFixture *self)
{
  return act_push_new (self->api.client, self->store, self->position);
}

static void
run (ScriptedFixture *self,
     ActPush         *push,
     ActApiError      expected)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_push_run_async (push, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  act_push_run_finish (push, outcome.result, &error);
  if (expected == ACT_N_API_ERRORS)
    g_assert_no_error (error);
  else
    g_assert_error (error, ACT_API_ERROR, (int) expected);
}

static void
run_well (ScriptedFixture *self,
          ActPush         *push)
{
  run (self, push, ACT_N_API_ERRORS);
}

static void
check_status (ScriptedFixture *self,
              char             letter,
              ActEventStatus   status)
{
  g_assert_cmpint (scripted_fixture_get_status (self, letter), ==, status);
}

static void
test_sent (ScriptedFixture *self,
           gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);
  g_autoptr (ActEventRecord) record = NULL;

  run_well (self, push);
  scripted_fixture_expect (self, NULL);

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  check_status (self, 'a', ACT_EVENT_STATUS_PENDING);
  scripted_fixture_answer (self, 200);
  scripted_fixture_answer_page (self, "A", NULL);
  run_well (self, push);
  record = scripted_fixture_read (self, 'a');
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_ACTIONED);
  g_assert_cmpint (record->event->actioned_time, ==, SCRIPT_MINUTE (60));
  g_assert_cmpint (self->position->mark_ability, ==, ACT_MARK_ABILITY_WORKS);
  scripted_fixture_expect (self, PUT_A, IDS_A, NULL);

  /* There is nothing more to say about it. */
  run_well (self, push);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 2);
}

/* A 2xx answer is not enough. */
static void
test_still_open (ScriptedFixture *self,
                 gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);
  g_autoptr (ActEventRecord) record = NULL;

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  for (guint i = 0; i < 3; i++)
    {
      check_status (self, 'a', ACT_EVENT_STATUS_PENDING);
      scripted_fixture_answer (self, 200);
      scripted_fixture_answer_page (self, "a", NULL);
      run (self, push, i < 2 ? ACT_API_ERROR_BAD_RESPONSE : ACT_N_API_ERRORS);
    }
  record = scripted_fixture_read (self, 'a');
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_REFUSED);
  g_assert_nonnull (record->refusal);
  scripted_fixture_expect (self, PUT_A, IDS_A, PUT_A, IDS_A, PUT_A, IDS_A, NULL);
}

/* A server that is merely slow to show it has not refused anything. */
static void
test_late (ScriptedFixture *self,
           gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');

  /* These went to the sign-in page of some network, so they are no sign of anything. */
  for (guint i = 0; i < 5; i++)
    {
      scripted_fixture_answer (self, 302);
      run (self, push, ACT_API_ERROR_NOT_JSON);
    }

  for (guint i = 0; i < 2; i++)
    {
      scripted_fixture_answer (self, 200);
      scripted_fixture_answer_page (self, "a", NULL);
      run (self, push, ACT_API_ERROR_BAD_RESPONSE);
    }
  check_status (self, 'a', ACT_EVENT_STATUS_PENDING);

  scripted_fixture_answer (self, 200);
  scripted_fixture_answer_page (self, "A", NULL);
  run_well (self, push);
  check_status (self, 'a', ACT_EVENT_STATUS_ACTIONED);
}

/* Whether the connection or one event is refused: by status, and whether a mark was ever taken. */
static void
test_refused (ScriptedFixture *self,
              gconstpointer    data)
{
  static const struct
  {
    guint          status;
    ActMarkAbility before;
    ActEventStatus expected;
    ActMarkAbility after;
  } rows[] = {
    { 403, ACT_MARK_ABILITY_UNKNOWN, ACT_EVENT_STATUS_LOCAL, ACT_MARK_ABILITY_NONE },
    { 404, ACT_MARK_ABILITY_UNKNOWN, ACT_EVENT_STATUS_LOCAL, ACT_MARK_ABILITY_NONE },
    { 405, ACT_MARK_ABILITY_UNKNOWN, ACT_EVENT_STATUS_LOCAL, ACT_MARK_ABILITY_NONE },
    { 501, ACT_MARK_ABILITY_UNKNOWN, ACT_EVENT_STATUS_LOCAL, ACT_MARK_ABILITY_NONE },
    { 403, ACT_MARK_ABILITY_WORKS, ACT_EVENT_STATUS_REFUSED, ACT_MARK_ABILITY_WORKS },
    { 404, ACT_MARK_ABILITY_WORKS, ACT_EVENT_STATUS_REFUSED, ACT_MARK_ABILITY_WORKS },
    { 405, ACT_MARK_ABILITY_WORKS, ACT_EVENT_STATUS_LOCAL, ACT_MARK_ABILITY_NONE },
    { 501, ACT_MARK_ABILITY_WORKS, ACT_EVENT_STATUS_LOCAL, ACT_MARK_ABILITY_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char letter[] = { (char) ('a' + i), '\0' };
      g_autoptr (ActPush) push = NULL;
      g_autoptr (ActEventRecord) record = NULL;

      g_test_message ("%u when it is %d", rows[i].status, rows[i].before);
      client_fixture_connect (&self->api, NULL, NULL);
      push = create_push (self);
      self->position->mark_ability = rows[i].before;
      scripted_fixture_fill (self, letter);
      scripted_fixture_mark (self, *letter);
      scripted_fixture_answer (self, rows[i].status);

      /* For this the token is renewed, and the call made again. */
      if (rows[i].status == 403)
        scripted_fixture_answer (self, rows[i].status);
      scripted_fixture_answer_one (self, *letter);
      run_well (self, push);
      record = scripted_fixture_read (self, *letter);
      g_assert_cmpint (record->status, ==, rows[i].expected);
      g_assert_cmpint (self->position->mark_ability, ==, rows[i].after);
    }
}

/* What the server did not take from one is kept from it for all, and told without asking. */
static void
test_unsupported (ScriptedFixture *self,
                  gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "abc");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_mark (self, 'b');
  scripted_fixture_mark (self, 'c');
  scripted_fixture_answer (self, 405);
  scripted_fixture_answer_one (self, 'a');
  run_well (self, push);
  check_status (self, 'a', ACT_EVENT_STATUS_LOCAL);
  check_status (self, 'b', ACT_EVENT_STATUS_LOCAL);
  check_status (self, 'c', ACT_EVENT_STATUS_LOCAL);
  scripted_fixture_expect (self, PUT_A, GET_A, NULL);
}

static void
test_gone (ScriptedFixture *self,
           gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_answer (self, 404);
  scripted_fixture_answer (self, 404);
  run_well (self, push);
  check_status (self, 'a', ACT_EVENT_STATUS_ACTIONED_GONE);
  g_assert_cmpint (self->position->mark_ability, ==, ACT_MARK_ABILITY_UNKNOWN);
  scripted_fixture_expect (self, PUT_A, GET_A, NULL);
}

/* It is gone between the mark and the reading back. */
static void
test_gone_later (ScriptedFixture *self,
                 gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_answer (self, 200);
  scripted_fixture_answer_page (self, "", NULL);
  scripted_fixture_answer (self, 404);
  run_well (self, push);
  check_status (self, 'a', ACT_EVENT_STATUS_ACTIONED_GONE);
}

static void
test_actioned_already (ScriptedFixture *self,
                       gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_answer (self, 404);
  scripted_fixture_answer_one (self, 'A');
  run_well (self, push);
  check_status (self, 'a', ACT_EVENT_STATUS_ACTIONED);
}

/* Who is asked about one event and tells of another has said nothing. */
static void
test_another_event (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_answer (self, 404);
  scripted_fixture_answer_one (self, 'X');
  run (self, push, ACT_API_ERROR_BAD_RESPONSE);
  check_status (self, 'a', ACT_EVENT_STATUS_PENDING);
}

static void
test_bad_request (ScriptedFixture *self,
                  gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);
  g_autoptr (ActEventRecord) record = NULL;

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  client_fixture_answer (&self->api, 409, "{\"message\":\"It is being replayed\"}");
  run_well (self, push);
  record = scripted_fixture_read (self, 'a');
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_REFUSED);
  g_assert_nonnull (strstr (record->refusal, "It is being replayed"));
}

/* What was accepted and not read back is read back later, and not sent again. */
static void
test_read_back_later (ScriptedFixture *self,
                      gconstpointer    data)
{
  g_autoptr (ActPush) first = create_push (self);
  g_autoptr (ActPush) second = create_push (self);

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_answer (self, 200);
  scripted_fixture_answer (self, 400);
  run (self, first, ACT_API_ERROR_BAD_REQUEST);
  check_status (self, 'a', ACT_EVENT_STATUS_PENDING);
  g_assert_cmpuint (scripted_fixture_count (self, ACT_OUTBOX_VERIFYING), ==, 1);

  scripted_fixture_answer_page (self, "A", NULL);
  run_well (self, second);
  check_status (self, 'a', ACT_EVENT_STATUS_ACTIONED);
  scripted_fixture_expect (self, PUT_A, IDS_A, IDS_A, NULL);
}

static void
test_sign_in (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "ab");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_mark (self, 'b');
  scripted_fixture_answer (self, 401);
  scripted_fixture_answer (self, 401);
  run (self, push, ACT_API_ERROR_UNAUTHORIZED);
  check_status (self, 'a', ACT_EVENT_STATUS_PENDING);
  check_status (self, 'b', ACT_EVENT_STATUS_PENDING);
  g_assert_cmpuint (scripted_fixture_count (self, ACT_OUTBOX_WAITING_FOR_SIGN_IN), ==, 1);
  scripted_fixture_expect (self, PUT_A, PUT_A, NULL);
}

/* Of a mark that was stopped on its way nobody knows whether it arrived: it is made again. */
static void
test_cancelled (ScriptedFixture *self,
                gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GPtrArray) ready = NULL;
  g_autoptr (GError) error = NULL;

  scripted_fixture_fill (self, "a");
  scripted_fixture_mark (self, 'a');
  scripted_server_behave (self->api.server, SCRIPT_HANG);
  act_push_run_async (push, cancellable, outcome_cb, &outcome);
  while (scripted_server_count (self->api.server) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome, self->api.clock);
  g_assert_false (act_push_run_finish (push, outcome.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  ready = scripted_fixture_claim (self, ACT_OUTBOX_READY);
  g_assert_cmpuint (ready->len, ==, 1);
}

/* What is on its way is brought to its end, and nothing else is begun. */
static void
test_stopped (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  scripted_fixture_fill (self, "ab");
  scripted_fixture_mark (self, 'a');
  scripted_fixture_mark (self, 'b');
  scripted_fixture_answer (self, 200);
  scripted_fixture_answer_page (self, "A", NULL);
  act_push_run_async (push, NULL, outcome_cb, &outcome);
  while (scripted_server_count (self->api.server) == 0)
    g_main_context_iteration (NULL, TRUE);
  act_push_stop (push);
  outcome_await (&outcome, self->api.clock);
  g_assert_true (act_push_run_finish (push, outcome.result, &error));
  g_assert_no_error (error);
  check_status (self, 'a', ACT_EVENT_STATUS_ACTIONED);
  check_status (self, 'b', ACT_EVENT_STATUS_PENDING);
  scripted_fixture_expect (self, PUT_A, IDS_A, NULL);

  /* A stop is for one run. */
  scripted_fixture_answer (self, 200);
  scripted_fixture_answer_page (self, "B", NULL);
  run_well (self, push);
  check_status (self, 'b', ACT_EVENT_STATUS_ACTIONED);
}

/* A key that could mark and cannot any more is told after a few refusals in a row: what was refused so
 * far is kept on this device, and what is left is not offered any more. */
static void
test_permission_lost (ScriptedFixture *self,
                      gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  self->position->mark_ability = ACT_MARK_ABILITY_WORKS;
  scripted_fixture_fill (self, "abcd");
  for (char letter = 'a'; letter <= 'c'; letter++)
    {
      g_assert_cmpint (self->position->mark_ability, ==, ACT_MARK_ABILITY_WORKS);
      scripted_fixture_mark (self, letter);
      scripted_fixture_answer (self, 404);
      scripted_fixture_answer_one (self, letter);
      run_well (self, push);
      check_status (self, letter, letter < 'c' ? ACT_EVENT_STATUS_REFUSED : ACT_EVENT_STATUS_LOCAL);
    }

  g_assert_cmpint (self->position->mark_ability, ==, ACT_MARK_ABILITY_NONE);
  scripted_fixture_mark (self, 'd');
  run_well (self, push);
  for (char letter = 'a'; letter <= 'd'; letter++)
    check_status (self, letter, ACT_EVENT_STATUS_LOCAL);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 6);
}

/* Refusals with a success between them are about their events. */
static void
test_refusals_apart (ScriptedFixture *self,
                     gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  self->position->mark_ability = ACT_MARK_ABILITY_WORKS;
  scripted_fixture_fill (self, "abcde");
  for (char letter = 'a'; letter <= 'e'; letter++)
    {
      const char actioned[] = { (char) g_ascii_toupper (letter), '\0' };

      scripted_fixture_mark (self, letter);
      if (letter == 'c')
        {
          scripted_fixture_answer (self, 200);
          scripted_fixture_answer_page (self, actioned, NULL);
        }
      else
        {
          scripted_fixture_answer (self, 404);
          scripted_fixture_answer_one (self, letter);
        }
      run_well (self, push);
    }

  g_assert_cmpint (self->position->mark_ability, ==, ACT_MARK_ABILITY_WORKS);
  check_status (self, 'e', ACT_EVENT_STATUS_REFUSED);
}

/* One that is refused does not stop the others. */
static void
test_others_go_on (ScriptedFixture *self,
                   gconstpointer    data)
{
  g_autoptr (ActPush) push = create_push (self);

  scripted_fixture_fill (self, "abc");
  for (char letter = 'a'; letter <= 'c'; letter++)
    scripted_fixture_mark (self, letter);
  scripted_fixture_answer (self, 400);
  scripted_fixture_answer (self, 200);
  scripted_fixture_answer (self, 200);
  scripted_fixture_answer_page (self, "BC", NULL);
  run_well (self, push);
  check_status (self, 'a', ACT_EVENT_STATUS_REFUSED);
  check_status (self, 'b', ACT_EVENT_STATUS_ACTIONED);
  check_status (self, 'c', ACT_EVENT_STATUS_ACTIONED);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/push/sent", test_sent);
  SCRIPTED_FIXTURE_ADD ("/push/still-open", test_still_open);
  SCRIPTED_FIXTURE_ADD ("/push/late", test_late);
  SCRIPTED_FIXTURE_ADD ("/push/refused", test_refused);
  SCRIPTED_FIXTURE_ADD ("/push/unsupported", test_unsupported);
  SCRIPTED_FIXTURE_ADD ("/push/gone", test_gone);
  SCRIPTED_FIXTURE_ADD ("/push/gone-later", test_gone_later);
  SCRIPTED_FIXTURE_ADD ("/push/actioned-already", test_actioned_already);
  SCRIPTED_FIXTURE_ADD ("/push/another-event", test_another_event);
  SCRIPTED_FIXTURE_ADD ("/push/bad-request", test_bad_request);
  SCRIPTED_FIXTURE_ADD ("/push/read-back-later", test_read_back_later);
  SCRIPTED_FIXTURE_ADD ("/push/sign-in", test_sign_in);
  SCRIPTED_FIXTURE_ADD ("/push/cancelled", test_cancelled);
  SCRIPTED_FIXTURE_ADD ("/push/stopped", test_stopped);
  SCRIPTED_FIXTURE_ADD ("/push/permission-lost", test_permission_lost);
  SCRIPTED_FIXTURE_ADD ("/push/refusals-apart", test_refusals_apart);
  SCRIPTED_FIXTURE_ADD ("/push/others-go-on", test_others_go_on);

  return g_test_run ();
}
