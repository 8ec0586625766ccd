/* Tests of the calls about events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

static SimulatorClient *
make_client (guint       events,
             const char *fault)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();

  options->events = events;
  if (fault != NULL)
    act_simulator_options_add_fault (options, fault);

  return simulator_client_new (options);
}

static GHashTable *
collect_ids (GPtrArray *events)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (ids, (gpointer) simulator_get_text (g_ptr_array_index (events, i), "id"));

  return ids;
}

static void
check_each_once (SimulatorClient *client,
                 guint            events,
                 guint            page_size)
{
  g_autoptr (GPtrArray) all = simulator_client_list (client, "events", "&eventType=IntegrationEvent&includeActioned=true", page_size);
  g_autoptr (GHashTable) ids = collect_ids (all);

  g_assert_cmpuint (all->len, ==, events);
  g_assert_cmpuint (g_hash_table_size (ids), ==, events);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpstr (simulator_get_text (all->pdata[i - 1], "eventTime"), >=, simulator_get_text (all->pdata[i], "eventTime"));
}

static void
test_paging_returns_each_once (void)
{
  g_autoptr (SimulatorClient) client = make_client (1000, NULL);

  check_each_once (client, 1000, 100);
  check_each_once (client, 1000, 37);
}

static void
test_paging_by_offset (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (SimulatorClient) client = NULL;

  options->events = 1000;
  options->offset_cursor = TRUE;
  options->empty_next_token = TRUE;
  client = simulator_client_new (options);
  check_each_once (client, 1000, 100);
}

static void
test_filters (void)
{
  g_autoptr (SimulatorClient) client = make_client (400, NULL);
  g_autoptr (GPtrArray) all = simulator_client_list (client, "events", "&includeActioned=true", 100);
  g_autoptr (GPtrArray) open = simulator_client_list (client, "events", "", 100);
  g_autoptr (GPtrArray) disabled = simulator_client_list (client, "events", "&includeActioned=true&eventName=integration.disabled.error", 100);
  g_autoptr (GPtrArray) none = simulator_client_list (client, "events", "&eventType=Notification", 100);
  g_autoptr (GPtrArray) of_account = NULL;
  g_autofree char *query = NULL;
  guint            expected_disabled = 0;
  guint            expected_open = 0;

  for (guint i = 0; i < all->len; i++)
    {
      expected_disabled += g_str_equal (simulator_get_text (all->pdata[i], "eventName"), "integration.disabled.error");
      expected_open += !json_object_has_member (all->pdata[i], "dtActioned");
    }
  g_assert_cmpuint (disabled->len, ==, expected_disabled);
  g_assert_cmpuint (open->len, ==, expected_open);
  g_assert_cmpuint (open->len, <, all->len);
  g_assert_cmpuint (none->len, ==, 0);

  query = g_strconcat ("&accountId=", simulator_get_text (simulator_get_facts (open->pdata[0]), "accountId"), NULL);
  of_account = simulator_client_list (client, "events", query, 100);
  g_assert_cmpuint (of_account->len, >, 0);
  g_assert_cmpuint (of_account->len, <, open->len);
  g_assert_cmpstr (simulator_get_text (of_account->pdata[0], "id"), ==, simulator_get_text (open->pdata[0], "id"));
}

static void
test_ids (void)
{
  g_autoptr (SimulatorClient) client = make_client (300, NULL);
  g_autoptr (GPtrArray) all = simulator_client_list (client, "events", "&includeActioned=true", 100);
  g_autoptr (GString) commas = g_string_new ("events?ids=");
  g_autoptr (GString) repeated = g_string_new ("events?pageSize=100");
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (JsonObject) second = NULL;
  g_autoptr (JsonObject) third = NULL;

  for (guint i = 0; i < 100; i++)
    {
      const char *id = simulator_get_text (all->pdata[i * 3], "id");

      g_string_append_printf (commas, "%s%s", i > 0 ? "," : "", id);
      g_string_append_printf (repeated, "&ids=%s", id);
    }

  first = simulator_client_get (client, "%s", commas->str);
  second = simulator_client_get (client, "%s", repeated->str);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "data")), ==, 100);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (second, "data")), ==, 100);

  third = simulator_client_get (client, "events?ids=nothing,%s", simulator_get_text (all->pdata[0], "id"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (third, "data")), ==, 1);
}

static void
test_bad_requests (void)
{
  static const char *const paths[] = {
    "events?pageSize=0",
    "events?pageSize=101",
    "events?pageSize=-1",
    "events?pageSize=ten",
    "events?nextToken=nonsense",
    "events?nextToken=bzp4Onk6eg==",
    "events?includeActioned=perhaps",
    "events?eventType=Everything",
    "events?ids=a&eventName=b",
    "events?ids=a&includeActioned=true",
    "events?ids=a&accountId=b",
    "events?pageSize=%ff",
  };
  g_autoptr (SimulatorClient) client = make_client (10, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    simulator_client_refused (client, "GET", paths[i], NULL, 400);
  simulator_client_refused (client, "GET", "events/6d1f0c1e-0000-4000-8000-000000000001", NULL, 404);
  simulator_client_refused (client, "PUT", "events/6d1f0c1e-0000-4000-8000-000000000001/actioned", NULL, 404);
  simulator_client_refused (client, "POST", "events", "{}", 405);
}

static void
test_mark (void)
{
  g_autoptr (SimulatorClient) client = make_client (10, NULL);
  g_autoptr (GPtrArray) open = simulator_client_list (client, "events", "", 100);
  const char      *id = simulator_get_text (open->pdata[2], "id");
  g_autofree char *path = g_strdup_printf ("events/%s/actioned", id);
  g_autoptr (JsonObject) first = simulator_client_change (client, "PUT", path, NULL);
  g_autoptr (JsonObject) second = simulator_client_change (client, "PUT", path, NULL);
  g_autoptr (JsonObject) read = simulator_client_get (client, "events/%s", id);
  g_autoptr (GPtrArray) left = simulator_client_list (client, "events", "", 100);
  g_autoptr (GPtrArray) all = simulator_client_list (client, "events", "&includeActioned=true", 100);

  g_assert_cmpstr (simulator_get_text (first, "dtActioned"), ==, simulator_get_text (second, "dtActioned"));
  g_assert_cmpstr (simulator_get_text (first, "dtActioned"), ==, simulator_get_text (read, "dtActioned"));
  g_assert_cmpuint (left->len, ==, open->len - 1);
  g_assert_cmpuint (all->len, ==, open->len);
}

static void
test_null_dt_actioned (void)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (SimulatorClient) client = NULL;
  g_autoptr (GPtrArray) open = NULL;

  options->events = 10;
  options->null_dt_actioned = TRUE;
  client = simulator_client_new (options);
  open = simulator_client_list (client, "events", "", 100);
  g_assert_cmpuint (open->len, >, 0);
  for (guint i = 0; i < open->len; i++)
    g_assert_true (json_object_get_null_member (open->pdata[i], "dtActioned"));
}

static void
test_duplicates_lose_nothing (void)
{
  g_autoptr (SimulatorClient) client = make_client (250, "duplicate:1");
  g_autoptr (GPtrArray) all = simulator_client_list (client, "events", "&includeActioned=true", 50);
  g_autoptr (GHashTable) ids = collect_ids (all);

  g_assert_cmpuint (all->len, >, 250);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 250);
}

static void
test_reordered_and_empty_pages_lose_nothing (void)
{
  g_autoptr (SimulatorClient) client = make_client (250, "reorder:2");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) ids = NULL;

  g_assert_true (act_simulator_set_fault (client->simulator, "empty-page", 3));
  all = simulator_client_list (client, "events", "&includeActioned=true", 50);
  ids = collect_ids (all);
  g_assert_cmpuint (all->len, ==, 250);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 250);
  g_assert_cmpstr (simulator_get_text (all->pdata[50], "eventTime"), <, simulator_get_text (all->pdata[51], "eventTime"));
}

static void
test_repeated_token (void)
{
  g_autoptr (SimulatorClient) client = make_client (250, "repeat-token:1");
  g_autoptr (JsonObject) first = simulator_client_get (client, "events?pageSize=50");
  g_autofree char *token = g_uri_escape_string (simulator_get_text (first, "nextToken"), NULL, FALSE);
  g_autoptr (JsonObject) second = simulator_client_get (client, "events?pageSize=50&nextToken=%s", token);

  g_assert_cmpstr (simulator_get_text (first, "nextToken"), ==, simulator_get_text (second, "nextToken"));
}

static void
test_change_while_listed (void)
{
  g_autoptr (SimulatorClient) client = make_client (250, NULL);
  g_autoptr (GPtrArray) before = simulator_client_list (client, "events", "", 50);
  g_autoptr (GPtrArray) during = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_true (act_simulator_set_fault (client->simulator, "change", 1));
  during = simulator_client_list (client, "events", "", 50);
  g_assert_true (act_simulator_set_fault (client->simulator, "change", 0));
  all = simulator_client_list (client, "events", "&includeActioned=true", 50);

  /* One event came and one was actioned before each page; what the later pages still had is missing. */
  g_assert_cmpuint (during->len, <, before->len + 2);
  g_assert_cmpuint (all->len, ==, 250 + (before->len + 49) / 50);
}

static void
test_bad_event_harms_one (void)
{
  g_autoptr (SimulatorClient) client = make_client (50, "bad-event:1");
  g_autoptr (JsonObject) page = simulator_client_get (client, "events?pageSize=50");
  JsonArray *data = json_object_get_array_member (page, "data");
  guint      good = 0;

  for (guint i = 0; i < json_array_get_length (data); i++)
    {
      JsonObject *event = json_array_get_object_element (data, i);
      JsonNode   *payload = json_object_get_member (event, "m3terEvent");

      g_assert_nonnull (simulator_get_text (event, "id"));
      good += JSON_NODE_HOLDS_OBJECT (payload) && json_object_get_string_member_with_default (event, "eventTime", NULL) != NULL &&
              json_object_get_string_member_with_default (event, "eventName", NULL) != NULL;
    }

  g_assert_cmpuint (good, ==, json_array_get_length (data) - 1);
}

static void
test_ids_may_hide_actioned (void)
{
  g_autoptr (SimulatorClient) client = make_client (300, "hide-actioned-ids:1");
  g_autoptr (GPtrArray) all = simulator_client_list (client, "events", "&includeActioned=true", 100);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (JsonObject) page = NULL;

      if (!json_object_has_member (all->pdata[i], "dtActioned"))
        continue;

      page = simulator_client_get (client, "events?ids=%s", simulator_get_text (all->pdata[i], "id"));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (page, "data")), ==, 0);
      return;
    }

  g_assert_not_reached ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/event-calls/paging-returns-each-once", test_paging_returns_each_once);
  g_test_add_func ("/simulator/event-calls/paging-by-offset", test_paging_by_offset);
  g_test_add_func ("/simulator/event-calls/filters", test_filters);
  g_test_add_func ("/simulator/event-calls/ids", test_ids);
  g_test_add_func ("/simulator/event-calls/bad-requests", test_bad_requests);
  g_test_add_func ("/simulator/event-calls/mark", test_mark);
  g_test_add_func ("/simulator/event-calls/null-dt-actioned", test_null_dt_actioned);
  g_test_add_func ("/simulator/event-calls/duplicates-lose-nothing", test_duplicates_lose_nothing);
  g_test_add_func ("/simulator/event-calls/reordered-and-empty-pages-lose-nothing", test_reordered_and_empty_pages_lose_nothing);
  g_test_add_func ("/simulator/event-calls/repeated-token", test_repeated_token);
  g_test_add_func ("/simulator/event-calls/change-while-listed", test_change_while_listed);
  g_test_add_func ("/simulator/event-calls/bad-event-harms-one", test_bad_event_harms_one);
  g_test_add_func ("/simulator/event-calls/ids-may-hide-actioned", test_ids_may_hide_actioned);

  return g_test_run ();
}
