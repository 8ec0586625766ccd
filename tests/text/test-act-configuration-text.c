/* Integration configurations and credentials in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-text.h"

static ActIntegrationConfiguration *
make_configuration (const char *name,
                    const char *destination,
                    const char *entity_type)
{
  ActIntegrationConfiguration *configuration = act_integration_configuration_new ();

  configuration->id = g_strdup ("c-1");
  configuration->name = g_strdup (name);
  configuration->destination = g_strdup (destination);
  configuration->entity_type = g_strdup (entity_type);

  return configuration;
}

static void
check_names (const char *name,
             const char *destination,
             const char *entity_type,
             const char *expected_name,
             const char *expected_subject)
{
  g_autoptr (ActIntegrationConfiguration) configuration = make_configuration (name, destination, entity_type);
  g_autofree char *shown_name = act_configuration_text_name (configuration);
  g_autofree char *subject = act_configuration_text_subject (configuration);

  g_assert_cmpstr (shown_name, ==, expected_name);
  g_assert_cmpstr (subject, ==, expected_subject);
}

static void
test_names (void)
{
  check_names ("Invoices", "Chargebee", "Bill", "Invoices", "Chargebee · Bill");
  check_names ("In\nvoices", "Charge\tbee", NULL, "In voices", "Charge bee");
  check_names (NULL, "Chargebee", "Bill", "Chargebee · Bill", "Chargebee · Bill");
  check_names ("", NULL, "Bill", "Bill", "Bill");
  check_names (NULL, NULL, "", "c-1", "");
}

static void
test_states (void)
{
  g_autoptr (ActIntegrationConfiguration) configuration = make_configuration (NULL, NULL, NULL);

  g_assert_cmpstr (act_configuration_text_enabled (configuration), ==, "Disabled");
  g_assert_cmpstr (act_configuration_text_authorized (configuration), ==, "Not authorized");
  configuration->enabled = TRUE;
  configuration->authorized = TRUE;
  g_assert_cmpstr (act_configuration_text_enabled (configuration), ==, "Enabled");
  g_assert_cmpstr (act_configuration_text_authorized (configuration), ==, "Authorized");
}

static void
test_credentials (void)
{
  g_autoptr (ActCredential) credential = act_credential_new ();
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *known = act_configuration_text_type ("CHARGEBEE_AUTH");
  g_autofree char *consent = act_configuration_text_type ("OAUTH_CODE");
  g_autofree char *unknown = act_configuration_text_type ("NEW_\nAUTH");

  credential->id = g_strdup ("k-1");
  id = act_configuration_text_credential (credential);
  g_assert_cmpstr (id, ==, "k-1");

  credential->name = g_strdup ("Key of 2026");
  name = act_configuration_text_credential (credential);
  g_assert_cmpstr (name, ==, "Key of 2026");

  g_assert_cmpstr (known, ==, "Chargebee");
  g_assert_cmpstr (consent, ==, "Consent in a browser");
  g_assert_cmpstr (unknown, ==, "NEW_ AUTH");
  g_assert_null (act_configuration_text_type (NULL));
}

static void
check_member (const char *member,
              const char *expected)
{
  g_autofree char *text = act_configuration_text_member (member);

  g_assert_cmpstr (text, ==, expected);
}

static void
check_value (const char *json,
             const char *expected)
{
  g_autofree char *text = act_configuration_text_value (json);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_differences (void)
{
  check_member ("integrationCredentialsId", "Credential");
  check_member ("configData.taxCode", "Setting “taxCode”");
  check_member ("configData.", "configData.");
  check_member ("newMember", "newMember");

  check_value (NULL, "Nothing");
  check_value ("null", "Nothing");
  check_value ("\"\"", "Nothing");
  check_value ("true", "Yes");
  check_value ("false", "No");
  check_value ("\"a text\"", "a text");
  check_value ("\"a \\n text\"", "\"a \\n text\"");
  check_value ("[1,2]", "[1,2]");
}

static void
test_findings (void)
{
  g_assert_null (act_configuration_text_finding (ACT_FINDING_NONE));
  g_assert_cmpstr (act_configuration_text_finding (ACT_FINDING_NAMED), ==, "Named by the event");
  g_assert_cmpstr (act_configuration_text_finding (ACT_FINDING_MATCHED), ==,
                   "The only integration that fits what the event names");
  g_assert_cmpstr (act_configuration_text_finding (ACT_FINDING_CHOSEN), ==, "Chosen by you");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/configuration-text/names", test_names);
  g_test_add_func ("/configuration-text/states", test_states);
  g_test_add_func ("/configuration-text/credentials", test_credentials);
  g_test_add_func ("/configuration-text/differences", test_differences);
  g_test_add_func ("/configuration-text/findings", test_findings);

  return g_test_run ();
}
