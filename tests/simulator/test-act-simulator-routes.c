/* Tests of what every call answers: the members that it must have, and their types
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

#include <string.h>

#define AUDIT " dtCreated:t dtLastModified:t createdBy:s lastModifiedBy:s"
#define EVENT "id:s! eventName:s! eventTime:t! m3terEvent:*! dtActioned:t"
#define RUN   "id:s! version:i entityType:s! entityId:s! status:s! destination:s! destinationId:s error:s url:s externalId:s " \
            "dtStarted:t dtCompleted:t parentIntegrationRunId:s originalIntegrationRunId:s" AUDIT
#define CONFIGURATION "id:s! version:i name:s entityType:s! entityId:s destination:s! destinationId:s configData:o authorized:b " \
                      "enabled:b integrationCredentialsId:s" AUDIT
#define CREDENTIAL "id:s! version:i type:s! destination:s! destinationId:s name:s" AUDIT
#define MAPPING    "id:s! version:i m3terEntity:s! m3terId:s! externalSystem:s! externalTable:s! externalId:s! integrationConfigId:s" AUDIT
#define ACCOUNT    "id:s! version:i name:s code:s address:o emailAddress:s currency:s daysBeforeBillDue:i customFields:o" AUDIT
#define BILL       "id:s! version:i accountId:s accountCode:s externalInvoiceReference:s billDate:s dueDate:s currencyCode:s billTotal:n " \
             "billingFrequency:s status:s locked:b" AUDIT
#define WEBHOOK "id:s! version:i name:s description:s code:s active:b url:s credentials:o" AUDIT
#define SYSTEM  "identifier:s displayName:s validationSupported:b supportedAuthTypes:a"
#define SETTING "name:s label:s type:s required:b secret:b"
#define PAGE    "data:a! nextToken:s"

typedef enum
{
  ONE,
  MANY,
  PAGED,
} Shape;

typedef struct
{
  const char *path; /* with names in braces */
  Shape       shape;
  const char *form;
  gboolean    may_be_empty;
} Row;

/* The places in braces are filled in with what the organisation has. */
static const Row rows[] = {
  { "users/me", ONE, "serviceUser:o organization:o user:o" },
  { "events?pageSize=100&includeActioned=true", PAGED, EVENT },
  { "events/{event}", ONE, EVENT },
  { "events/types", ONE, "events:a!" },
  { "events/fields?eventName=integration.perform.error", ONE, "events:o!" },
  { "integrationruns/{run}", ONE, RUN },
  { "integrationruns/Bill/{bill}?pageSize=200", PAGED, RUN },
  { "integrationruns/Bill/latest/{bill}", ONE, RUN },
  { "integrationruns/Bill/latest?ids={bill}", ONE, RUN },
  { "integrationruns/Bill/latest?ids={bill},x", PAGED, RUN },
  { "integrationruns/destinations/{destination}", PAGED, RUN },
  { "integrationruns/logs/{run}", ONE, "Payload:s!" },
  { "integrationconfigs?pageSize=200", PAGED, CONFIGURATION },
  { "integrationconfigs/{configuration}", ONE, CONFIGURATION },
  { "integrationconfigs/entity/Bill", PAGED, CONFIGURATION },
  { "integrationconfigs/available", ONE, "supportedEntities:o! selectedConfigurations:o! globalConfigurationOptions:*!" },
  { "integrationconfigs/available/systems", MANY, SYSTEM },
  { "integrationconfigs/available/systems?entityType=Account", MANY, SYSTEM },
  { "integrationconfigs/available/NetSuite/entities", MANY, "entityType:s" },
  { "integrationconfigs/available/Chargebee/auth/Bill", MANY, SETTING },
  { "integrationconfigs/values/NetSuite/subsidiary", ONE, "id:s label:s" },
  { "integrationcredentials", PAGED, CREDENTIAL },
  { "integrationcredentials/{credential}", ONE, CREDENTIAL },
  { "integrationdestinations/webhooks", PAGED, WEBHOOK },
  { "integrationdestinations/webhooks/{destination}", ONE, WEBHOOK },
  { "externalmappings?pageSize=200", PAGED, MAPPING },
  { "externalmappings/{mapping}", ONE, MAPPING },
  { "externalmappings/external/Account/{account}", PAGED, MAPPING },
  { "externalmappings/externalid/Chargebee/Customer/{external}", PAGED, MAPPING },
  { "externalmappingconfiguration", ONE, "m3terEntities:a! externalSystems:a!" },
  { "externalmappingconfiguration/values/Chargebee/Account", MANY, "externalId:s externalName:s" },
  { "externalmappingconfiguration/values/Chargebee/Account?externalTable=Customer", MANY, "externalId:s externalName:s" },
  { "externalmappingconfiguration/values/Chargebee/Account/{credential}", MANY, "externalId:s externalName:s" },
  { "externalmappingconfiguration/values/NetSuite/Account", MANY, "externalId:s externalName:s", TRUE },
  { "accounts?pageSize=100", PAGED, ACCOUNT },
  { "accounts/{account}", ONE, ACCOUNT },
  { "bills/{bill}", ONE, BILL },
};

static const char *const unknown_paths[] = {
  "",
  "nothing",
  "events/nothing",
  "events/6d1f0c1e-0000-4000-8000-000000000001",
  "events/",
  "events//actioned",
  "integrationruns/x",
  "integrationruns/Bill/latest/x",
  "integrationruns/logs/x",
  "integrationconfigs/x",
  "integrationconfigs/values/x/y",
  "integrationcredentials/x",
  "integrationdestinations/webhooks/x",
  "externalmappings/x",
  "accounts/x",
  "bills/x",
  "accounts/..%2F..%2Fetc",
};

static const char *const bad_paths[] = {
  "integrationruns/Bill/x?pageSize=201",
  "integrationruns/Bill/x?status=BROKEN",
  "integrationruns/Bill/x?order=UP",
  "integrationruns/Bill/x?startDate=yesterday",
  "integrationruns/Bill/latest",
  "integrationconfigs?pageSize=0",
  "externalmappings?pageSize=201",
  "externalmappings?nextToken=zz",
  "accounts?pageSize=101",
  "events/%ff",
};

/* What stands in the place of each name in braces. */
typedef struct
{
  SimulatorClient *client;    /* (unowned) */
  GHashTable      *something; /* (owned) */
} Fixture;

static void
put (Fixture    *fixture,
     const char *name,
     const char *text)
{
  g_hash_table_insert (fixture->something, g_strdup (name), g_strdup (text));
}

static void
put_first (Fixture    *fixture,
           const char *name,
           const char *path,
           const char *member)
{
  g_autoptr (JsonObject) page = simulator_client_get (fixture->client, "%s", path);

  put (fixture, name, simulator_get_text (json_array_get_object_element (json_object_get_array_member (page, "data"), 0), member));
}

static void
find_something (Fixture *fixture)
{
  g_autoptr (GPtrArray) events = simulator_client_list (fixture->client, "events", "&eventName=integration.perform.error", 100);

  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *facts = simulator_get_facts (events->pdata[i]);

      if (g_strcmp0 (json_object_get_string_member_with_default (facts, "entityType", NULL), "Bill") != 0)
        continue;

      put (fixture, "{event}", simulator_get_text (events->pdata[i], "id"));
      put (fixture, "{run}", simulator_get_text (facts, "integrationRunId"));
      put (fixture, "{bill}", simulator_get_text (facts, "entityId"));
      break;
    }

  put_first (fixture, "{configuration}", "integrationconfigs", "id");
  put_first (fixture, "{credential}", "integrationcredentials", "id");
  put_first (fixture, "{destination}", "integrationdestinations/webhooks", "id");
  put_first (fixture, "{mapping}", "externalmappings", "id");
  put_first (fixture, "{external}", "externalmappings", "externalId");
  put_first (fixture, "{account}", "accounts", "id");
}

static char *
fill_in (Fixture    *fixture,
         const char *path)
{
  g_autoptr (GString) filled = g_string_new (path);
  GHashTableIter iter;
  gpointer       name = NULL;
  gpointer       text = NULL;

  g_hash_table_iter_init (&iter, fixture->something);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_string_replace (filled, name, text, 0);
  g_assert_null (strchr (filled->str, '{'));

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static void
check_array (JsonArray *array,
             const Row *row)
{
  g_assert_true (row->may_be_empty || json_array_get_length (array) > 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    simulator_check (json_array_get_object_element (array, i), row->form);
}

static void
check_row (SimulatorClient *client,
           const char      *path,
           const Row       *row)
{
  guint status = 0;
  g_autoptr (JsonNode) node = simulator_client_call (client, "GET", path, NULL, &status);

  g_test_message ("%s", path);
  g_assert_cmpuint (status, ==, 200);

  switch (row->shape)
    {
    case ONE:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      simulator_check (json_node_get_object (node), row->form);
      break;

    case PAGED:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      simulator_check (json_node_get_object (node), PAGE);
      check_array (json_object_get_array_member (json_node_get_object (node), "data"), row);
      break;

    case MANY:
    default:
      g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
      check_array (json_node_get_array (node), row);
      break;
    }
}

static void
test_answers_have_their_members (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  Fixture fixture = { client, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  find_something (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = fill_in (&fixture, rows[i].path);

      check_row (client, path, &rows[i]);
    }

  g_hash_table_unref (fixture.something);
}

static void
test_destinations_have_their_members (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) available = simulator_client_get (client, "integrationconfigs/available");
  JsonObject *bill = json_object_get_object_member (json_object_get_object_member (available, "supportedEntities"), "Bill");
  JsonArray  *destinations = json_object_get_array_member (bill, "destinations");
  g_autoptr (JsonObject) mappings = simulator_client_get (client, "externalmappingconfiguration");
  JsonArray *systems = json_object_get_array_member (mappings, "externalSystems");

  simulator_check (bill, "readableName:s! released:b! destinations:a! entityConfigurationOptions:*!");
  for (guint i = 0; i < json_array_get_length (destinations); i++)
    simulator_check (json_array_get_object_element (destinations, i),
                     "apiName:s! destination:s! displayName:s! released:b! authType:s! categories:a! "
                     "destinationConfigOptions:*! authConfigOptions:*!");
  for (guint i = 0; i < json_array_get_length (systems); i++)
    simulator_check (json_array_get_object_element (systems, i), "name:s! tables:a allowCustomExternalTables:b");
  g_assert_cmpuint (json_array_get_length (destinations), >, 1);
  g_assert_cmpuint (json_array_get_length (systems), >, 3);
}

static void
test_unknown_is_not_found (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (unknown_paths); i++)
    simulator_client_refused (client, "GET", unknown_paths[i], NULL, 404);
  simulator_client_refused (client, "GET", "/", NULL, 404);
  simulator_client_refused (client, "GET", "/favicon.ico", NULL, 404);
  simulator_client_refused (client, "GET", "/_simulator/nothing", NULL, 404);
}

static void
test_bad_queries_are_refused (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_paths); i++)
    simulator_client_refused (client, "GET", bad_paths[i], NULL, 400);
}

static void
test_wrong_methods_are_refused (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  simulator_client_refused (client, "DELETE", "events", NULL, 405);
  simulator_client_refused (client, "POST", "externalmappingconfiguration", "{}", 405);
  simulator_client_refused (client, "PATCH", "integrationconfigs", "{}", 405);
  simulator_client_refused (client, "GET", "/oauth/token", NULL, 405);
}

static void
test_bad_bodies_are_refused (void)
{
  static const char *const bodies[] = { "[]", "7", "\"text\"", "{", "{}x", "not JSON", "{\"a\":\"\xff\"}" };
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autofree char *opened = g_strnfill (100000, '[');
  g_autofree char *deep = g_strconcat ("{\"a\":", opened, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    simulator_client_refused (client, "POST", "externalmappings", bodies[i], 400);
  simulator_client_refused (client, "POST", "externalmappings", deep, 400);
  simulator_client_refused (client, "POST", "externalmappings", NULL, 400);
}

static void
test_large_bodies_are_refused (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autofree char *spaces = g_strnfill (3 * 1024 * 1024, ' ');

  simulator_client_refused (client, "POST", "externalmappings", spaces, 413);
}

/* Each kind of call can fail alone, and reading goes on. */
static void
test_faults_of_one_kind (void)
{
  static const struct
  {
    const char *fault;
    const char *method;
    const char *path;
  } kinds[] = {
    { "replay-", "POST", "integrationruns/x/replay" },
    { "log-", "GET", "integrationruns/logs/x" },
    { "enable-", "POST", "integrationconfigs/x/enable" },
    { "configuration-", "PUT", "integrationconfigs/x" },
    { "mapping-", "POST", "externalmappings" },
    { "mapping-", "PUT", "externalmappings/x" },
    { "mapping-", "DELETE", "externalmappings/x" },
    { "credential-", "POST", "integrationcredentials" },
    { "credentials-", "POST", "integrationcredentials" },
    { "credentials-", "GET", "integrationcredentials" },
    { "mark-", "PUT", "events/x/actioned" },
    { "write-", "PUT", "events/x/actioned" },
    { "write-", "POST", "integrationruns/x/replay" },
    { "write-", "POST", "integrationcredentials" },
    { "write-", "DELETE", "integrationconfigs/x" },
    { "status-", "POST", "integrationcredentials" },
    { "list-", "GET", "events" },
  };
  static const char *const still_read[] = { "integrationconfigs", "externalmappings", "externalmappingconfiguration", "accounts" };
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *kind = g_strconcat (kinds[i].fault, "501", NULL);

      g_assert_true (act_simulator_set_fault (client->simulator, kind, 1));
      simulator_client_refused (client, kinds[i].method, kinds[i].path, NULL, 501);
      for (gsize k = 0; k < G_N_ELEMENTS (still_read) && !g_str_equal (kind, "status-501"); k++)
        {
          g_autoptr (JsonObject) answer = simulator_client_get (client, "%s", still_read[k]);

          g_assert_nonnull (answer);
        }
      g_assert_true (act_simulator_set_fault (client->simulator, kind, 0));
    }
}

/* A call that fails for a narrow reason does not count for a wide one. */
static void
test_narrow_faults_go_first (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);

  g_assert_true (act_simulator_set_fault (client->simulator, "replay-404", 1));
  g_assert_true (act_simulator_set_fault (client->simulator, "write-403", 1));
  g_assert_true (act_simulator_set_fault (client->simulator, "status-503", 1));
  simulator_client_refused (client, "POST", "integrationruns/x/replay", NULL, 404);
  simulator_client_refused (client, "POST", "integrationconfigs/x/enable", NULL, 403);
  simulator_client_refused (client, "GET", "integrationruns/x", NULL, 503);
}

static void
test_many_accounts (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (SimulatorClient) client = NULL;
  g_autoptr (JsonNode) records = NULL;
  g_autoptr (GPtrArray) mappings = NULL;
  guint status = 0;

  options->accounts = ACT_SIMULATOR_MAX_ACCOUNTS;
  options->events = 40;
  client = simulator_client_new (options);
  records = simulator_client_call (client, "GET", "externalmappingconfiguration/values/Chargebee/Account?externalTable=Customer", NULL, &status);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (records)), ==, 2000);
  mappings = simulator_client_list (client, "externalmappings", "", 200);
  g_assert_cmpuint (mappings->len, >, 4000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/routes/answers-have-their-members", test_answers_have_their_members);
  g_test_add_func ("/simulator/routes/destinations-have-their-members", test_destinations_have_their_members);
  g_test_add_func ("/simulator/routes/unknown-is-not-found", test_unknown_is_not_found);
  g_test_add_func ("/simulator/routes/bad-queries-are-refused", test_bad_queries_are_refused);
  g_test_add_func ("/simulator/routes/wrong-methods-are-refused", test_wrong_methods_are_refused);
  g_test_add_func ("/simulator/routes/bad-bodies-are-refused", test_bad_bodies_are_refused);
  g_test_add_func ("/simulator/routes/large-bodies-are-refused", test_large_bodies_are_refused);
  g_test_add_func ("/simulator/routes/faults-of-one-kind", test_faults_of_one_kind);
  g_test_add_func ("/simulator/routes/narrow-faults-go-first", test_narrow_faults_go_first);
  g_test_add_func ("/simulator/routes/many-accounts", test_many_accounts);

  return g_test_run ();
}
