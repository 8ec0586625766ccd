/* Tests of finding names
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-namer.h"
#include "scripted-fixture.h"

static void
name (ScriptedFixture *self,
      ActApiError      expected)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_namer_async (self->api.client, self->store, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  act_namer_finish (outcome.result, &error);
  if (expected == ACT_N_API_ERRORS)
    g_assert_no_error (error);
  else
    g_assert_error (error, ACT_API_ERROR, (int) expected);
}

static void
check_names (ScriptedFixture *self,
             char             letter,
             const char      *integration,
             const char      *account)
{
  g_autoptr (ActEventRecord) record = scripted_fixture_read (self, letter);

  g_assert_cmpstr (record->integration_name, ==, integration);
  g_assert_cmpstr (record->account_name, ==, account);
}

static void
test_nothing_to_name (ScriptedFixture *self,
                      gconstpointer    data)
{
  name (self, ACT_N_API_ERRORS);
  scripted_fixture_expect (self, NULL);
}

static void
test_named (ScriptedFixture *self,
            gconstpointer    data)
{
  scripted_fixture_fill (self, "ab");
  client_fixture_answer (&self->api, 200,
                         "{\"data\":[{\"id\":\"configuration-a\",\"name\":\"To the ledger\"}],\"nextToken\":\"1\"}");
  client_fixture_answer (&self->api, 200,
                         "{\"data\":[{\"id\":\"configuration-b\",\"name\":\"To the shop\"},"
                         "{\"id\":\"configuration-x\",\"name\":\"Of no event\"}]}");
  client_fixture_answer (&self->api, 200,
                         "{\"data\":[{\"id\":\"account-b\",\"name\":\"Second\"},{\"id\":\"account-a\",\"name\":\"First\"}]}");
  name (self, ACT_N_API_ERRORS);
  check_names (self, 'a', "To the ledger", "First");
  check_names (self, 'b', "To the shop", "Second");
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 3);

  /* What has a name is not asked for again. */
  name (self, ACT_N_API_ERRORS);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 3);
}

/* What the server does not know is not asked for again and again. */
static void
test_unknown (ScriptedFixture *self,
              gconstpointer    data)
{
  scripted_fixture_fill (self, "a");
  client_fixture_answer (&self->api, 200, "{\"data\":[{\"id\":\"configuration-a\",\"name\":null}]}");
  client_fixture_answer (&self->api, 200, "{\"data\":[]}");
  name (self, ACT_N_API_ERRORS);
  check_names (self, 'a', NULL, NULL);
  name (self, ACT_N_API_ERRORS);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 2);

  /* A new event brings new names. */
  scripted_fixture_fill (self, "b");
  client_fixture_answer (&self->api, 200, "{\"data\":[{\"id\":\"configuration-b\",\"name\":\"To the shop\"}]}");
  client_fixture_answer (&self->api, 200, "{\"data\":[]}");
  name (self, ACT_N_API_ERRORS);
  check_names (self, 'b', "To the shop", NULL);
}

static void
test_failures (ScriptedFixture *self,
               gconstpointer    data)
{
  scripted_fixture_fill (self, "a");
  scripted_fixture_answer (self, 400);
  name (self, ACT_API_ERROR_BAD_REQUEST);

  client_fixture_answer (&self->api, 200, "{\"data\":[],\"nextToken\":\"1\"}");
  client_fixture_answer (&self->api, 200, "{\"data\":[],\"nextToken\":\"1\"}");
  name (self, ACT_API_ERROR_REPEATED_TOKEN);

  /* A failure says nothing about names: they are asked for again. */
  client_fixture_answer (&self->api, 200, "{\"data\":[{\"id\":\"configuration-a\",\"name\":\"To the ledger\"}]}");
  client_fixture_answer (&self->api, 200, "{\"data\":[{\"id\":\"account-a\",\"name\":\"First\"}]}");
  name (self, ACT_N_API_ERRORS);
  check_names (self, 'a', "To the ledger", "First");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/namer/nothing-to-name", test_nothing_to_name);
  SCRIPTED_FIXTURE_ADD ("/namer/named", test_named);
  SCRIPTED_FIXTURE_ADD ("/namer/unknown", test_unknown);
  SCRIPTED_FIXTURE_ADD ("/namer/failures", test_failures);

  return g_test_run ();
}
