/* Types of credential: what a form for each asks for, and what is never left behind
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-type.h"

/* Those of the API's description that a body can have. */
static const char *const types[] = {
  "HTTP_BASIC",
  "OAUTH_CLIENT_CREDENTIALS",
  "M3TER_SIGNED_REQUEST",
  "AWS_INTEGRATION",
  "PADDLE_AUTH",
  "NETSUITE_AUTH",
  "CHARGEBEE_AUTH",
  "M3TER_APP_SIGNATURE",
  "M3TER_SERVICE_USER",
  "STRIPE_SIGNED_REQUEST",
  "HUBSPOT_ACCESS_TOKEN",
  "HUBSPOT_CLIENT_SECRET",
  "OPSGENIE_KEY",
  "SAP_BYD",
  "SLACK_WEBHOOK",
  "SAGE_INTACCT_CLIENT_CREDENTIALS",
  "SAGE_INTACCT_CLIENT_SECRET",
  "STATIC_API_KEY",
};

/* Each has a name, and a form with something in it that must not be seen. */
static void
test_types (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) fields = act_credential_type_list_fields (types[i]);
      guint n_secret = 0;

      g_assert_nonnull (act_credential_type_get_label (types[i]));
      for (guint j = 0; j < fields->len; j++)
        {
          const ActCredentialField *field = g_ptr_array_index (fields, j);

          g_assert_cmpstr (field->key, !=, "");
          g_assert_cmpstr (field->label, !=, "");
          g_assert_true (field->required);
          n_secret += field->secret ? 1 : 0;
        }
      g_assert_cmpuint (n_secret, >, 0);
    }
}

static void
test_unknown_types (void)
{
  static const char *const unknown[] = { NULL, "", "chargebee_auth", "OAUTH_CODE" };

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GPtrArray) fields = act_credential_type_list_fields (unknown[i]);

      g_assert_cmpuint (fields->len, ==, 0);
      g_assert_null (act_credential_type_get_label (unknown[i]));
    }
}

static void
test_auth_types (void)
{
  g_assert_cmpstr (act_credential_type_from_auth ("CHARGEBEE"), ==, "CHARGEBEE_AUTH");
  g_assert_cmpstr (act_credential_type_from_auth ("NETSUITE"), ==, "NETSUITE_AUTH");
  g_assert_cmpstr (act_credential_type_from_auth ("PADDLE"), ==, "PADDLE_AUTH");
  g_assert_cmpstr (act_credential_type_from_auth ("HTTP_BASIC"), ==, "HTTP_BASIC");
  g_assert_null (act_credential_type_from_auth ("OAUTH_CODE"));
  g_assert_null (act_credential_type_from_auth ("NEW_ONE"));
  g_assert_null (act_credential_type_from_auth (NULL));
}

/* Configurations write systems in other ways than credentials do. */
static void
test_systems (void)
{
  static const struct
  {
    const char *system;
    const char *type;
    gboolean    needs_consent;
    const char *destination;
  } samples[] = {
    { "Chargebee", "CHARGEBEE_AUTH", FALSE, "CHARGEBEE" },
    { "CHARGEBEE", "CHARGEBEE_AUTH", FALSE, "CHARGEBEE" },
    { "NetSuite", "NETSUITE_AUTH", FALSE, "NETSUITE" },
    { "Paddle Sandbox", "PADDLE_AUTH", FALSE, "PADDLE_SANDBOX" },
    { "paddle_sandbox", "PADDLE_AUTH", FALSE, "PADDLE_SANDBOX" },
    { "PaddleSandbox", "PADDLE_AUTH", FALSE, "PADDLE_SANDBOX" },
    { "Webhook", "M3TER_SIGNED_REQUEST", FALSE, "WEBHOOK" },
    { "AWS", "AWS_INTEGRATION", FALSE, "AWS" },
    { "Stripe", NULL, TRUE, "STRIPE" },
    { "Stripe - Test", NULL, TRUE, "STRIPE_TEST" },
    { "Salesforce", NULL, TRUE, "SALESFORCE" },
    { "Xero", NULL, TRUE, "XERO" },
    { "QuickBooks", NULL, TRUE, "QUICKBOOKS" },
    { "Another", NULL, FALSE, "ANOTHER" },
    { "", NULL, FALSE, "" },
    { NULL, NULL, FALSE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *destination = act_credential_destination_name (samples[i].system);

      g_assert_cmpstr (act_credential_type_for_system (samples[i].system), ==, samples[i].type);
      g_assert_cmpint (act_credential_type_needs_consent (samples[i].system), ==, samples[i].needs_consent);
      g_assert_cmpstr (destination, ==, samples[i].destination);
    }
}

static void
test_fits (void)
{
  g_assert_true (act_credential_fits_system ("CHARGEBEE", "Chargebee"));
  g_assert_true (act_credential_fits_system ("PADDLE_SANDBOX", "Paddle Sandbox"));
  g_assert_false (act_credential_fits_system ("PADDLE_SANDBOX", "Paddle"));
  g_assert_false (act_credential_fits_system ("STRIPE", "Stripe Test"));
  g_assert_false (act_credential_fits_system ("CHARGEBEE", NULL));
  g_assert_false (act_credential_fits_system (NULL, "Chargebee"));
  g_assert_false (act_credential_fits_system (NULL, NULL));
  g_assert_false (act_credential_fits_system ("", ""));
  g_assert_false (act_credential_fits_system ("_", "-"));
}

static void
test_draft (void)
{
  g_autoptr (ActCredentialDraft) draft = act_credential_draft_new ("CHARGEBEE_AUTH", "CHARGEBEE", NULL);

  act_credential_draft_take (draft, "site", g_strdup ("example"));
  act_credential_draft_take (draft, "apiKey", g_strdup (""));
  g_assert_cmpstr (draft->type, ==, "CHARGEBEE_AUTH");
  g_assert_null (draft->name);
  g_assert_cmpuint (draft->keys->len, ==, 2);
  g_assert_cmpuint (draft->values->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (draft->keys, 0), ==, "site");
  g_assert_cmpstr (g_ptr_array_index (draft->values, 0), ==, "example");

  act_credential_draft_free (NULL);
  act_credential_field_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credential-type/types", test_types);
  g_test_add_func ("/credential-type/unknown-types", test_unknown_types);
  g_test_add_func ("/credential-type/auth-types", test_auth_types);
  g_test_add_func ("/credential-type/systems", test_systems);
  g_test_add_func ("/credential-type/fits", test_fits);
  g_test_add_func ("/credential-type/draft", test_draft);

  return g_test_run ();
}
