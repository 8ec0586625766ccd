/* Tests of the changes that the simulator writes down
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

static void
check_entry (JsonArray  *ledger,
             guint       index,
             const char *method,
             const char *path,
             const char *id,
             gboolean    changed)
{
  JsonObject *entry = json_array_get_object_element (ledger, index);

  simulator_check (entry, "method:s! path:s! id:s! status:i! changed:b!");
  g_assert_cmpstr (simulator_get_text (entry, "method"), ==, method);
  g_assert_true (g_str_has_suffix (simulator_get_text (entry, "path"), path));
  g_assert_cmpstr (simulator_get_text (entry, "id"), ==, id);
  g_assert_cmpint (json_object_get_int_member (entry, "status"), ==, 200);
  g_assert_cmpint (json_object_get_boolean_member (entry, "changed"), ==, changed);
}

static void
test_marks (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) open = simulator_client_list (client, "events", "", 100);
  const char      *id = simulator_get_text (open->pdata[0], "id");
  g_autofree char *path = g_strdup_printf ("events/%s/actioned", id);
  g_autoptr (JsonArray) ledger = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (JsonObject) marked = simulator_client_change (client, "PUT", path, NULL);

      g_assert_true (json_object_has_member (marked, "dtActioned"));
    }
  simulator_client_refused (client, "PUT", "events/nothing/actioned", NULL, 404);

  ledger = simulator_client_get_ledger (client);
  g_assert_cmpuint (json_array_get_length (ledger), ==, 3);
  for (guint i = 0; i < 3; i++)
    check_entry (ledger, i, "PUT", path, id, i == 0);
}

static void
test_creates_have_the_new_id (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (JsonObject) credential = simulator_client_change (client, "POST", "integrationcredentials", "{\"type\":\"HTTP_BASIC\"}");
  g_autoptr (JsonObject) mapping = simulator_client_change (client, "POST", "externalmappings",
                                                            "{\"m3terEntity\":\"Account\",\"m3terId\":\"1\",\"externalSystem\":\"Stripe\","
                                                            "\"externalTable\":\"Customer\",\"externalId\":\"x\"}");
  g_autoptr (JsonArray) ledger = simulator_client_get_ledger (client);

  g_assert_cmpuint (json_array_get_length (ledger), ==, 2);
  check_entry (ledger, 0, "POST", "/integrationcredentials", simulator_get_text (credential, "id"), TRUE);
  check_entry (ledger, 1, "POST", "/externalmappings", simulator_get_text (mapping, "id"), TRUE);
}

static void
test_enabling_twice_changes_once (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) configurations = simulator_client_list (client, "integrationconfigs", "", 100);
  const char      *id = simulator_get_text (simulator_find_by_text (configurations, "name", "Usage alerts"), "id");
  g_autofree char *path = g_strdup_printf ("integrationconfigs/%s/enable", id);
  g_autoptr (JsonObject) first = simulator_client_change (client, "POST", path, NULL);
  g_autoptr (JsonObject) second = simulator_client_change (client, "POST", path, NULL);
  g_autoptr (JsonArray) ledger = simulator_client_get_ledger (client);

  check_entry (ledger, 0, "POST", path, id, TRUE);
  check_entry (ledger, 1, "POST", path, id, FALSE);
  g_assert_cmpint (json_object_get_int_member (first, "version"), ==, json_object_get_int_member (second, "version"));
}

static void
test_others_are_not_in_it (void)
{
  g_autoptr (SimulatorClient) client = simulator_client_new (NULL);
  g_autoptr (GPtrArray) open = simulator_client_list (client, "events", "", 100);
  g_autoptr (JsonArray) ledger = NULL;
  g_autofree char *text = NULL;

  g_assert_true (act_simulator_set_actioned (client->simulator, simulator_get_text (open->pdata[0], "id"), TRUE));
  ledger = simulator_client_get_ledger (client);
  g_assert_cmpuint (json_array_get_length (ledger), ==, 0);
  text = act_simulator_dup_ledger (client->simulator);
  g_assert_cmpstr (text, ==, "[]");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/ledger/marks", test_marks);
  g_test_add_func ("/simulator/ledger/creates-have-the-new-id", test_creates_have_the_new_id);
  g_test_add_func ("/simulator/ledger/enabling-twice-changes-once", test_enabling_twice_changes_once);
  g_test_add_func ("/simulator/ledger/others-are-not-in-it", test_others_are_not_in_it);

  return g_test_run ();
}
