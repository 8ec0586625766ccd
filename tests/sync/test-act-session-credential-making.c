/* Credentials whose answer was lost, on a server that tells little of them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-credentials.h"
#include "scripted-fixture.h"

#define CREDENTIALS "/organizations/org/integrationcredentials"
#define LIST        "GET " CREDENTIALS "?pageSize=200"
#define OLD         "{\"id\":\"old\",\"type\":\"STATIC_API_KEY\",\"destination\":\"M3TER\",\"name\":\"Same\"}"
#define NEW         "{\"id\":\"new\",\"type\":\"STATIC_API_KEY\",\"destination\":\"M3TER\",\"name\":\"Same\"}"

static void
list (ScriptedFixture *self,
      ActSession      *session)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GPtrArray) credentials = NULL;
  g_autoptr (GError) error = NULL;

  client_fixture_answer (&self->api, 200, "{\"data\":[" OLD "]}");
  act_session_list_credentials_async (session, NULL, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  credentials = act_session_list_credentials_finish (session, outcome.result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (credentials->len, ==, 1);
}

/* The answer is lost, and then this is there. */
static ActCredential *
create (ScriptedFixture *self,
        ActSession      *session,
        const char      *page,
        GError         **error)
{
  g_auto (Outcome) outcome = { 0 };

  client_fixture_answer (&self->api, 500, "{}");
  client_fixture_answer (&self->api, 200, page);
  act_session_create_credential_async (session, act_credential_draft_new ("STATIC_API_KEY", "M3TER", "Same"),
                                       NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);

  return act_session_create_credential_finish (session, outcome.result, error);
}

/* One that is as old as anything is not taken for the one that was made. */
static void
test_nothing_known (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_autoptr (ActCredential) created = NULL;
  g_autoptr (GError) error = NULL;

  created = create (self, session, "{\"data\":[" OLD "]}", &error);
  g_assert_null (created);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  scripted_fixture_expect (self, "POST " CREDENTIALS, LIST, NULL);
}

/* What was not there before is, whenever it was made. */
static void
test_list_known (ScriptedFixture *self,
                 gconstpointer    data)
{
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_autoptr (ActCredential) created = NULL;
  g_autoptr (GError) error = NULL;

  list (self, session);
  created = create (self, session, "{\"data\":[" OLD "," NEW "]}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (created->id, ==, "new");
  scripted_fixture_expect (self, LIST, "POST " CREDENTIALS, LIST, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SCRIPTED_FIXTURE_ADD ("/sync/session-credential-making/nothing-known", test_nothing_known);
  SCRIPTED_FIXTURE_ADD ("/sync/session-credential-making/list-known", test_list_known);

  return g_test_run ();
}
