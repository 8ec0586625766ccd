/* Which configurations fit what an event says
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-match.h"

#include "act-integration-configuration.h"

static void
add (GPtrArray  *configurations,
     const char *id,
     const char *destination,
     const char *destination_id,
     const char *entity_type,
     const char *entity_id)
{
  ActIntegrationConfiguration *configuration = act_integration_configuration_new ();

  configuration->id = g_strdup (id);
  configuration->destination = g_strdup (destination);
  configuration->destination_id = g_strdup (destination_id);
  configuration->entity_type = g_strdup (entity_type);
  configuration->entity_id = g_strdup (entity_id);
  g_ptr_array_add (configurations, configuration);
}

static GPtrArray *
make_configurations (void)
{
  GPtrArray *configurations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) act_integration_configuration_free);

  add (configurations, "a", "NetSuite", NULL, "Bill", NULL);
  add (configurations, "b", "NetSuite", NULL, "Account", NULL);
  add (configurations, "c", "Webhook", "d1", "Notification", "n1");
  add (configurations, "d", "Webhook", "d1", "Notification", "n2");
  add (configurations, "e", "Webhook", "d2", "Notification", NULL);
  add (configurations, "f", "Paddle Sandbox", NULL, NULL, NULL);
  add (configurations, "g", NULL, NULL, "Bill", NULL);

  return configurations;
}

static void
check (const char *destination,
       const char *destination_id,
       const char *entity_type,
       const char *entity_id,
       const char *expected)
{
  const ActEvent event = {
    .destination = (char *) destination,
    .destination_id = (char *) destination_id,
    .entity_type = (char *) entity_type,
    .entity_id = (char *) entity_id,
  };
  g_autoptr (ActConfigurationMatch) match = act_configuration_match_new (&event);
  g_autoptr (GPtrArray) configurations = make_configurations ();
  g_autoptr (GPtrArray) fitting = act_configuration_match_filter (match, configurations);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < fitting->len; i++)
    g_string_append (ids, ((ActIntegrationConfiguration *) g_ptr_array_index (fitting, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_cmpint (act_configuration_match_is_empty (match), ==,
                   destination == NULL && destination_id == NULL);
}

static void
test_filter (void)
{
  check ("netsuite", NULL, "Bill", "b1", "a");
  check ("NETSUITE", NULL, "account", NULL, "b");
  check ("NetSuite", NULL, "Contract", NULL, "ab");
  check ("NetSuite", NULL, NULL, NULL, "ab");
  check ("PADDLE_SANDBOX", NULL, "Bill", NULL, "f");
  check ("Xero", NULL, "Bill", NULL, "");
  check ("Webhook", "d1", "Notification", "n2", "dc");
  check ("Webhook", NULL, "Notification", "n2", "dce");
  check ("Webhook", "d9", "Notification", NULL, "");
  check (NULL, "d2", NULL, NULL, "e");
  check (NULL, NULL, "Bill", "b1", "");
  check (NULL, NULL, NULL, NULL, "");
}

static void
test_run (void)
{
  const ActEvent event = { .destination = (char *) "Webhook", .entity_type = (char *) "Account" };
  g_autoptr (ActConfigurationMatch) match = act_configuration_match_new (&event);
  g_autoptr (ActIntegrationRun) run = act_integration_run_new ();

  act_configuration_match_add_run (match, run);
  g_assert_cmpstr (match->destination, ==, "Webhook");
  g_assert_cmpstr (match->entity_type, ==, "Account");

  run->destination = g_strdup ("NetSuite");
  run->destination_id = g_strdup ("d1");
  run->entity_type = g_strdup ("Bill");
  run->entity_id = g_strdup ("b1");
  act_configuration_match_add_run (match, run);
  g_assert_cmpstr (match->destination, ==, "NetSuite");
  g_assert_cmpstr (match->destination_id, ==, "d1");
  g_assert_cmpstr (match->entity_type, ==, "Bill");
  g_assert_cmpstr (match->entity_id, ==, "b1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/configuration-match/filter", test_filter);
  g_test_add_func ("/configuration-match/run", test_run);

  return g_test_run ();
}
