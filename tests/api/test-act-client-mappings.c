/* The calls about external mappings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-mappings.h"

#include "act-api-error.h"
#include "client-fixture.h"

#define MAPPINGS "/organizations/org/externalmappings"
#define OPTIONS  "/organizations/org/externalmappingconfiguration"

static ActExternalMapping *
make_mapping (void)
{
  ActExternalMapping *mapping = act_external_mapping_new ();

  mapping->entity_type = g_strdup ("Account");
  mapping->entity_id = g_strdup ("a");
  mapping->external_system = g_strdup ("Stripe");
  mapping->external_table = g_strdup ("Customer");
  mapping->external_id = g_strdup ("cus_1");

  return mapping;
}

static GPtrArray *
list_mappings (ClientFixture *fixture,
               const char    *system,
               const char    *token,
               char         **next_token)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_list_mappings_async (fixture->client, system, token, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_list_mappings_finish (fixture->client, outcome.result, next_token, NULL);
}

static ActExternalMapping *
create_mapping (ClientFixture            *fixture,
                const ActExternalMapping *mapping,
                GError                  **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_create_mapping_async (fixture->client, mapping, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_create_mapping_finish (fixture->client, outcome.result, error);
}

static ActExternalMapping *
update_mapping (ClientFixture            *fixture,
                const ActExternalMapping *mapping,
                GError                  **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_update_mapping_async (fixture->client, mapping, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_update_mapping_finish (fixture->client, outcome.result, error);
}

static gboolean
delete_mapping (ClientFixture *fixture,
                const char    *id,
                GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_delete_mapping_async (fixture->client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_delete_mapping_finish (fixture->client, outcome.result, error);
}

static GPtrArray *
list_records (ClientFixture *fixture,
              const char    *table,
              const char    *credentials_id,
              GError       **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_list_external_records_async (fixture->client, "Net Suite", "Account", table, credentials_id, NULL,
                                          outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);

  return act_client_list_external_records_finish (fixture->client, outcome.result, error);
}

static void
test_options (ClientFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (ActMappingOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };

  client_fixture_answer (fixture, 200, "{\"m3terEntities\":[\"Account\"],\"externalSystems\":[{\"name\":\"Stripe\"}]}");
  act_client_read_mapping_options_async (fixture->client, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  options = act_client_read_mapping_options_finish (fixture->client, outcome.result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (options->entity_types[0], ==, "Account");
  g_assert_nonnull (act_mapping_options_find_system (options, "stripe"));
  client_fixture_expect (fixture, 0, "GET " OPTIONS);
}

static void
test_list (ClientFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) last = NULL;
  g_autofree char *token = NULL;
  g_autofree char *end = NULL;

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"a\"},7,{\"id\":\"b\"}],\"nextToken\":\"t\"}");
  first = list_mappings (fixture, NULL, NULL, &token);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpstr (token, ==, "t");
  client_fixture_expect (fixture, 0, "GET " MAPPINGS "?pageSize=200");

  client_fixture_answer (fixture, 200, "{}");
  last = list_mappings (fixture, "A&B", token, &end);
  g_assert_cmpuint (last->len, ==, 0);
  g_assert_null (end);
  client_fixture_expect (fixture, 1, "GET " MAPPINGS "?pageSize=200&externalSystemId=A%26B&nextToken=t");
}

static void
test_list_of_entity (ClientFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) mappings = NULL;
  g_autofree char *token = NULL;
  g_auto (Outcome) outcome = { 0 };

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"a\"}],\"nextToken\":\"t2\"}");
  act_client_list_mappings_of_entity_async (fixture->client, "Acc/ount", "a/1", "t1", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  mappings = act_client_list_mappings_of_entity_finish (fixture->client, outcome.result, &token, NULL);
  g_assert_cmpuint (mappings->len, ==, 1);
  g_assert_cmpstr (token, ==, "t2");
  client_fixture_expect (fixture, 0, "GET " MAPPINGS "/external/Acc%2Fount/a%2F1?pageSize=200&nextToken=t1");
}

static void
test_list_of_record (ClientFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) mappings = NULL;
  g_auto (Outcome) outcome = { 0 };

  client_fixture_answer (fixture, 200, "{\"data\":[{\"id\":\"a\"}]}");
  act_client_list_mappings_of_record_async (fixture->client, "Net Suite", "a/b", "7?", NULL, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  mappings = act_client_list_mappings_of_record_finish (fixture->client, outcome.result, NULL, NULL);
  g_assert_cmpuint (mappings->len, ==, 1);
  client_fixture_expect (fixture, 0, "GET " MAPPINGS "/externalid/Net%20Suite/a%2Fb/7%3F?pageSize=200");
}

static void
test_records (ClientFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, "[{\"externalId\":\"1\",\"externalName\":\"Acme\"}]");
  some = list_records (fixture, "Cust omer", "k/1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 1);
  client_fixture_expect (fixture, 0, "GET " OPTIONS "/values/Net%20Suite/Account/k%2F1?externalTable=Cust%20omer");

  client_fixture_answer (fixture, 200, "[]");
  none = list_records (fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  client_fixture_expect (fixture, 1, "GET " OPTIONS "/values/Net%20Suite/Account");
}

static void
test_read (ClientFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (ActExternalMapping) mapping = NULL;
  g_auto (Outcome) outcome = { 0 };

  client_fixture_answer (fixture, 200, "{\"id\":\"m/1\",\"version\":2}");
  act_client_read_mapping_async (fixture->client, "m/1", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, fixture->clock);
  mapping = act_client_read_mapping_finish (fixture->client, outcome.result, NULL);
  g_assert_cmpint (mapping->version, ==, 2);
  client_fixture_expect (fixture, 0, "GET " MAPPINGS "/m%2F1");
}

static void
test_create (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ();
  g_autoptr (ActExternalMapping) created = NULL;
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"m\",\"version\":1,\"m3terEntity\":\"Account\"}");
  created = create_mapping (fixture, mapping, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (created->id, ==, "m");
  client_fixture_expect (fixture, 0, "POST " MAPPINGS);
  g_assert_cmpstr (scripted_server_get (fixture->server, 0)->body, ==,
                   "{\"m3terEntity\":\"Account\",\"m3terId\":\"a\",\"externalSystem\":\"Stripe\","
                   "\"externalTable\":\"Customer\",\"externalId\":\"cus_1\"}");
}

static void
test_update (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ();
  g_autoptr (ActExternalMapping) changed = NULL;
  g_autoptr (GError) error = NULL;

  mapping->id = g_strdup ("m/1");
  mapping->version = 4;
  mapping->json = g_strdup ("{\"unknown\":1.10,\"externalId\":\"old\",\"version\":3}");
  client_fixture_answer (fixture, 200, "{\"id\":\"m/1\",\"version\":5}");
  changed = update_mapping (fixture, mapping, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->version, ==, 5);
  client_fixture_expect (fixture, 0, "PUT " MAPPINGS "/m%2F1");
  g_assert_cmpstr (scripted_server_get (fixture->server, 0)->body, ==,
                   "{\"unknown\":1.10,\"m3terEntity\":\"Account\",\"m3terId\":\"a\",\"externalSystem\":\"Stripe\","
                   "\"externalTable\":\"Customer\",\"externalId\":\"cus_1\",\"id\":\"m/1\",\"version\":4}");
}

static void
test_delete (ClientFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_answer (fixture, 200, "{\"id\":\"m/1\"}");
  g_assert_true (delete_mapping (fixture, "m/1", &error));
  g_assert_no_error (error);
  client_fixture_expect (fixture, 0, "DELETE " MAPPINGS "/m%2F1");

  client_fixture_answer (fixture, 404, "{\"message\":\"Gone\"}");
  g_assert_false (delete_mapping (fixture, "m/1", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
}

/* That would be a call to delete something else. */
static void
test_steps (ClientFixture *fixture,
            gconstpointer  data)
{
  static const char *const ids[] = { ".", "..", "%2e%2E" };

  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (delete_mapping (fixture, ids[i], &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST);
    }
  g_assert_cmpuint (scripted_server_count (fixture->server), ==, 0);

  client_fixture_answer (fixture, 200, "{}");
  g_assert_true (delete_mapping (fixture, ids[2], NULL));
  client_fixture_expect (fixture, 0, "DELETE " MAPPINGS "/%252e%252E");
}

/* What is sent twice makes two, or conflicts with itself. */
static void
test_once (ClientFixture *fixture,
           gconstpointer  data)
{
  static const ScriptBehaviour behaviours[] = { SCRIPT_DROP, SCRIPT_CUT };
  g_autoptr (ActExternalMapping) mapping = make_mapping ();
  guint count = 0;

  mapping->id = g_strdup ("m");
  for (gsize i = 0; i < 3 * G_N_ELEMENTS (behaviours); i++)
    {
      g_autoptr (GError) error = NULL;

      scripted_server_behave (fixture->server, behaviours[i / 3]);
      if (i % 3 == 0)
        g_assert_null (create_mapping (fixture, mapping, &error));
      else if (i % 3 == 1)
        g_assert_null (update_mapping (fixture, mapping, &error));
      else
        g_assert_false (delete_mapping (fixture, "m", &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
      g_assert_cmpuint (scripted_server_count (fixture->server), ==, ++count);
    }
}

static void
test_refused (ClientFixture *fixture,
              gconstpointer  data)
{
  static const struct
  {
    guint       status;
    ActApiError code;
  } samples[] = {
    { 400, ACT_API_ERROR_BAD_REQUEST },
    { 403, ACT_API_ERROR_FORBIDDEN },
    { 409, ACT_API_ERROR_CONFLICT },
    { 422, ACT_API_ERROR_BAD_REQUEST },
    { 503, ACT_API_ERROR_SERVER },
  };
  g_autoptr (ActExternalMapping) mapping = make_mapping ();

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      /* This one is tried again with a new token. */
      client_fixture_answer (fixture, samples[i].status, "{\"message\":\"No\"}");
      if (samples[i].status == 403)
        client_fixture_answer (fixture, samples[i].status, "{\"message\":\"No\"}");
      g_assert_null (create_mapping (fixture, mapping, &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLIENT_FIXTURE_ADD ("/client-mappings/options", test_options);
  CLIENT_FIXTURE_ADD ("/client-mappings/list", test_list);
  CLIENT_FIXTURE_ADD ("/client-mappings/list-of-entity", test_list_of_entity);
  CLIENT_FIXTURE_ADD ("/client-mappings/list-of-record", test_list_of_record);
  CLIENT_FIXTURE_ADD ("/client-mappings/records", test_records);
  CLIENT_FIXTURE_ADD ("/client-mappings/read", test_read);
  CLIENT_FIXTURE_ADD ("/client-mappings/create", test_create);
  CLIENT_FIXTURE_ADD ("/client-mappings/update", test_update);
  CLIENT_FIXTURE_ADD ("/client-mappings/delete", test_delete);
  CLIENT_FIXTURE_ADD ("/client-mappings/steps", test_steps);
  CLIENT_FIXTURE_ADD ("/client-mappings/once", test_once);
  CLIENT_FIXTURE_ADD ("/client-mappings/refused", test_refused);

  return g_test_run ();
}
