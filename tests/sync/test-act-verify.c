/* Tests of reading events back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-verify.h"
#include "scripted-fixture.h"

#define IDS FIXTURE_EVENTS "?ids="

static ActVerdict *
verify_many (ScriptedFixture   *self,
             const char *const *ids,
             GError           **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_verify_async (self->api.client, ids, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_verify_finish (outcome.result, error);
}

/* Each letter is an id. */
static ActVerdict *
verify (ScriptedFixture *self,
        const char      *letters,
        GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      const char id[] = { *letter, '\0' };

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);

  return verify_many (self, (const char *const *) ids, error);
}

static void
check_events (ActVerdict *verdict,
              guint       n_actioned,
              guint       n_open,
              guint       n_gone)
{
  guint actioned = 0;

  for (guint i = 0; i < verdict->page->events->len; i++)
    {
      const ActEvent *event = g_ptr_array_index (verdict->page->events, i);

      actioned += event->actioned_time != ACT_TIME_UNKNOWN;
    }

  g_assert_cmpuint (actioned, ==, n_actioned);
  g_assert_cmpuint (verdict->page->events->len - actioned, ==, n_open);
  g_assert_cmpuint (verdict->gone->len, ==, n_gone);
}

static void
test_all_answered (ScriptedFixture *self,
                   gconstpointer    data)
{
  gint64 before = act_time_now ();
  g_autoptr (ActVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  scripted_fixture_answer_page (self, "Ab", NULL);
  verdict = verify (self, "ab", &error);
  g_assert_no_error (error);
  check_events (verdict, 1, 1, 0);
  g_assert_cmpint (verdict->page->asked_at, >=, before);
  scripted_fixture_expect (self, "GET " IDS "a,b", NULL);
}

static void
test_nothing_asked (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  verdict = verify (self, "", &error);
  g_assert_no_error (error);
  check_events (verdict, 0, 0, 0);
  scripted_fixture_expect (self, NULL);
}

/* Only an event that is asked for by itself and answered by 404 is gone. */
static void
test_missing (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ActVerdict) actioned = NULL;
  g_autoptr (ActVerdict) gone = NULL;
  g_autoptr (GError) error = NULL;

  scripted_fixture_answer_page (self, "a", NULL);
  scripted_fixture_answer_one (self, 'B');
  actioned = verify (self, "ab", &error);
  g_assert_no_error (error);
  check_events (actioned, 1, 1, 0);

  scripted_fixture_answer_page (self, "a", NULL);
  scripted_fixture_answer (self, 404);
  gone = verify (self, "ab", &error);
  g_assert_no_error (error);
  check_events (gone, 0, 1, 1);
  g_assert_cmpstr (g_ptr_array_index (gone->gone, 0), ==, "b");

  scripted_fixture_expect (self, "GET " IDS "a,b", "GET " FIXTURE_EVENTS "/b", "GET " IDS "a,b",
                           "GET " FIXTURE_EVENTS "/b", NULL);
}

static void
test_unasked (ScriptedFixture *self,
              gconstpointer    data)
{
  g_autoptr (ActVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  scripted_fixture_answer_page (self, "AxaAy", NULL);
  verdict = verify (self, "a", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verdict->page->events->len, ==, 1);
  g_assert_cmpuint (verdict->gone->len, ==, 0);
}

static void
test_another_event (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  scripted_fixture_answer_page (self, "", NULL);
  scripted_fixture_answer_one (self, 'X');
  verdict = verify (self, "a", &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
  g_assert_null (verdict);
}

/* No answer is not an answer: nothing is said of any event. */
static void
test_failures (ScriptedFixture *self,
               gconstpointer    data)
{
  g_autoptr (ActVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  scripted_fixture_answer (self, 400);
  verdict = verify (self, "ab", &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST);
  g_assert_null (verdict);
  g_clear_error (&error);

  scripted_fixture_answer_page (self, "A", NULL);
  scripted_fixture_answer (self, 400);
  verdict = verify (self, "ab", &error);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST);
  g_assert_null (verdict);
}

/* The API takes 100 ids at most. */
static void
test_many (ScriptedFixture *self,
           gconstpointer    data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (ActVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  for (guint first = 0; first < 250; first += 100)
    {
      g_autoptr (GString) body = g_string_new ("{\"data\":[");

      for (guint i = first; i < MIN (first + 100, 250); i++)
        g_string_append_printf (body, "%s{\"id\":\"event-%u\"}", i > first ? "," : "", i);
      g_string_append (body, "]}");
      client_fixture_answer (&self->api, 200, body->str);
    }

  verdict = verify_many (self, (const char *const *) ids, &error);
  g_assert_no_error (error);
  check_events (verdict, 0, 250, 0);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 3);
}

static void
test_cancelled (ScriptedFixture *self,
                gconstpointer    data)
{
  static const char *const ids[] = { "a", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ActVerdict) verdict = NULL;
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  scripted_server_behave (self->api.server, SCRIPT_HANG);
  act_verify_async (self->api.client, ids, cancellable, outcome_cb, &outcome);
  while (scripted_server_count (self->api.server) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome, self->api.clock);
  verdict = act_verify_finish (outcome.result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (verdict);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/verify/all-answered", test_all_answered);
  SCRIPTED_FIXTURE_ADD ("/verify/nothing-asked", test_nothing_asked);
  SCRIPTED_FIXTURE_ADD ("/verify/missing", test_missing);
  SCRIPTED_FIXTURE_ADD ("/verify/unasked", test_unasked);
  SCRIPTED_FIXTURE_ADD ("/verify/another-event", test_another_event);
  SCRIPTED_FIXTURE_ADD ("/verify/failures", test_failures);
  SCRIPTED_FIXTURE_ADD ("/verify/many", test_many);
  SCRIPTED_FIXTURE_ADD ("/verify/cancelled", test_cancelled);

  return g_test_run ();
}
