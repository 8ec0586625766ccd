/* The calls about credentials, whose secrets nobody must see
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-credentials.h"

#include "act-api-error.h"
#include "client-fixture.h"
#include "wipe-watch.h"

#include <string.h>

#define CREDENTIALS "/organizations/org/integrationcredentials"

static ActCredentialDraft *
make_draft (void)
{
  ActCredentialDraft *draft = act_credential_draft_new ("CHARGEBEE_AUTH", "CHARGEBEE", "Live");

  act_credential_draft_take (draft, "site", g_strdup ("example"));
  act_credential_draft_take (draft, "apiKey", g_strdup ("canary\"key"));

  return draft;
}

static ActCredential *
create_credential (ClientFixture *fixture,
                   GError       **error)
{
  g_autoptr (ActCredentialDraft) draft = make_draft ();
  g_auto (Outcome) outcome = { 0 };

  /* The draft need not live as long as the call. */
  act_client_create_credential_async (fixture->client, draft, NULL, outcome_cb, &outcome);
  g_clear_pointer (&draft, act_credential_draft_free);
  outcome_await (&outcome, fixture->clock);

  return act_client_create_credential_finish (fixture->client, outcome.result, error);
}

static void
test_list (ClientFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) credentials = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  g_auto (Outcome) outcome = { 0 };
  const ActCredential *credential = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"k\",\"name\":\"Live\",\"secret\":\"canary\"},null],\"nextToken\":\"t2\"}");
  act_client_list_credentials_async (fixture->client, "t1", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  credentials = act_client_list_credentials_finish (fixture->client, outcome.result, &token, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (credentials->len, ==, 1);
  credential = g_ptr_array_index (credentials, 0);
  g_assert_cmpstr (credential->name, ==, "Live");
  g_assert_cmpstr (token, ==, "t2");
  client_fixture_expect (fixture, 0, "GET " CREDENTIALS "?pageSize=200&nextToken=t1");
}

static void
test_create (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActCredential) credential = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"k\",\"type\":\"CHARGEBEE_AUTH\",\"name\":\"Live\"}");
  credential = create_credential (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (credential->id, ==, "k");
  client_fixture_expect (fixture, 0, "POST " CREDENTIALS);
  g_assert_cmpstr (scripted_server_get (fixture->server, 0)->body, ==,
                   "{\"type\":\"CHARGEBEE_AUTH\",\"destination\":\"CHARGEBEE\",\"name\":\"Live\","
                   "\"site\":\"example\",\"apiKey\":\"canary\\\"key\"}");
}

/* Each copy of ours: the one in the draft, the one beside the body, and the body, which is also what
 * was sent from; and the one that was made while it was written. */
static void
test_overwritten (ClientFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (ActCredential) credential = NULL;

  wipe_watch_start ();
  client_fixture_answer (fixture, 200, "{\"id\":\"k\"}");
  credential = create_credential (fixture, NULL);
  g_assert_nonnull (credential);
  settle ();

  g_assert_cmpuint (wipe_watch_count ("\"canary\\\"key\""), ==, 2);
  g_assert_cmpuint (wipe_watch_count ("\"apiKey\":\"canary\\\"key\"}"), ==, 1);
  g_assert_cmpuint (wipe_watch_count ("canary\"key"), ==, 2);
}

/* Not even a server that says it back gets a secret into a message. */
static void
test_not_told (ClientFixture *fixture,
               gconstpointer  data)
{
  static const guint statuses[] = { 400, 403, 409, 500 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;

      /* This one is tried again with a new token. */
      client_fixture_answer (fixture, statuses[i], "{\"message\":\"Bad: canary\\\"key of example\"}");
      if (statuses[i] == 403)
        client_fixture_answer (fixture, statuses[i], "{\"message\":\"Bad: canary\\\"key of example\"}");
      g_assert_null (create_credential (fixture, &error));
      g_assert_nonnull (strstr (error->message, "Bad: "));
      g_assert_null (strstr (error->message, "canary"));
    }
}

static void
keep_log_cb (const char    *domain,
             GLogLevelFlags level,
             const char    *message,
             gpointer       user_data)
{
  g_string_append_printf (user_data, "%s\n", message);
}

/* Everything is logged, down to what is for developers only. */
static void
test_not_logged (ClientFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (ActCredential) credential = NULL;
  GLogFunc usual = g_log_set_default_handler (keep_log_cb, log);

  client_fixture_answer (fixture, 200, "{\"id\":\"k\",\"apiKey\":\"canary\\\"key\"}");
  credential = create_credential (fixture, NULL);
  g_log_set_default_handler (usual, NULL);

  g_assert_nonnull (credential);
  g_assert_nonnull (strstr (log->str, "POST " CREDENTIALS));
  g_assert_null (strstr (log->str, "canary"));
}

static void
test_once (ClientFixture *fixture,
           gconstpointer  data)
{
  static const ScriptBehaviour behaviours[] = { SCRIPT_DROP, SCRIPT_CUT };

  for (gsize i = 0; i < G_N_ELEMENTS (behaviours); i++)
    {
      g_autoptr (GError) error = NULL;

      scripted_server_behave (fixture->server, behaviours[i]);
      g_assert_null (create_credential (fixture, &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, i + 1);
    }
}

static void
test_missing (ClientFixture *fixture,
              gconstpointer  data)
{
  static const struct
  {
    guint       status;
    ActApiError code;
  } samples[] = {
    { 404, ACT_API_ERROR_NOT_FOUND },
    { 405, ACT_API_ERROR_NOT_ALLOWED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      client_fixture_answer (fixture, samples[i].status, "");
      g_assert_null (create_credential (fixture, &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
    }
}

static void
test_fields (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };
  const ActCredentialField *field = NULL;

  client_fixture_answer (fixture, 200, "[{\"name\":\"apiKey\",\"label\":\"API key\",\"secret\":true,\"required\":true}]");
  act_client_list_credential_fields_async (fixture->client, "Charge/bee", "Bi ll", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  fields = act_client_list_credential_fields_finish (fixture->client, outcome.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fields->len, ==, 1);
  field = g_ptr_array_index (fields, 0);
  g_assert_cmpstr (field->label, ==, "API key");
  g_assert_true (field->secret);
  client_fixture_expect (fixture, 0, "GET /organizations/org/integrationconfigs/available/Charge%2Fbee/auth/Bi%20ll");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/client-credentials/list", test_list);
  CLIENT_FIXTURE_ADD ("/client-credentials/create", test_create);
  CLIENT_FIXTURE_ADD ("/client-credentials/overwritten", test_overwritten);
  CLIENT_FIXTURE_ADD ("/client-credentials/not-told", test_not_told);
  CLIENT_FIXTURE_ADD ("/client-credentials/not-logged", test_not_logged);
  CLIENT_FIXTURE_ADD ("/client-credentials/once", test_once);
  CLIENT_FIXTURE_ADD ("/client-credentials/missing", test_missing);
  CLIENT_FIXTURE_ADD ("/client-credentials/fields", test_fields);

  return g_test_run ();
}
