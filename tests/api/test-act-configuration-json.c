/* Integration configurations read from what a server may send, and sent back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-json.h"

#include "act-api-error.h"
#include "act-event.h"
#include "act-json-page.h"
#include "act-resource-json.h"
#include "act-time.h"
#include "sample.h"

#include <string.h>

static void
test_whole (void)
{
  static const char json[] =
      "{\"id\":\"c\",\"version\":3,\"name\":\"Bills\",\"destination\":\"Stripe\",\"destinationId\":\"d\","
      "\"entityType\":\"Bill\",\"entityId\":\"e\",\"integrationCredentialsId\":\"k\",\"enabled\":false,"
      "\"authorized\":false,\"dtLastModified\":\"2026-03-04T05:06:07Z\",\"unknown\":[1.10]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_from_json (json, &error);
  gint64 modified = 0;

  g_assert_no_error (error);
  g_assert_true (act_time_parse_iso8601 ("2026-03-04T05:06:07Z", &modified));
  g_assert_cmpstr (configuration->id, ==, "c");
  g_assert_cmpint (configuration->version, ==, 3);
  g_assert_cmpstr (configuration->name, ==, "Bills");
  g_assert_cmpstr (configuration->destination, ==, "Stripe");
  g_assert_cmpstr (configuration->destination_id, ==, "d");
  g_assert_cmpstr (configuration->entity_type, ==, "Bill");
  g_assert_cmpstr (configuration->entity_id, ==, "e");
  g_assert_cmpstr (configuration->credentials_id, ==, "k");
  g_assert_false (configuration->enabled);
  g_assert_false (configuration->authorized);
  g_assert_cmpint (configuration->modified, ==, modified);
  g_assert_cmpstr (configuration->json, ==, json);
}

/* Nothing is called broken that was not said to be. */
static void
test_wrong_types (void)
{
  static const char *const values[] = { "null", "7.5", "\"\"", "\"x\"", "[]", "{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *json =
          g_strdup_printf ("{\"id\":\"c\",\"version\":\"%2$s\",\"name\":%1$s,\"destination\":%1$s,\"enabled\":%1$s,"
                           "\"authorized\":%1$s,\"configData\":%1$s,\"integrationCredentialsId\":%1$s,"
                           "\"dtLastModified\":%1$s}",
                           values[i], "no");
      g_autoptr (GError) error = NULL;
      g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_from_json (json, &error);

      tell_sample (json);
      g_assert_no_error (error);
      g_assert_true (configuration->enabled);
      g_assert_true (configuration->authorized);
      g_assert_cmpint (configuration->version, ==, 0);
      g_assert_cmpint (configuration->modified, ==, ACT_TIME_UNKNOWN);
    }
}

static void
test_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActJsonPage) page =
      act_json_decode_text ("{\"data\":[{\"id\":\"c1\",\"name\":\"Bills\"},{\"name\":\"no id\"},null,"
                            "{\"id\":\"r\",\"status\":\"ERROR\",\"dtStarted\":\"2026-03-04T05:06:07Z\"},"
                            "{\"id\":\"c2\",\"status\":\"x\",\"enabled\":true}],\"nextToken\":\"t\"}",
                            &act_configuration_page_decoder, &error);
  const ActIntegrationConfiguration *configuration = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (page->next_token, ==, "t");
  g_assert_cmpuint (page->things->len, ==, 2);
  configuration = g_ptr_array_index (page->things, 0);
  g_assert_cmpstr (configuration->json, ==, "{\"id\":\"c1\",\"name\":\"Bills\"}");
  configuration = g_ptr_array_index (page->things, 1);
  g_assert_cmpstr (configuration->id, ==, "c2");
}

/* What should not have been sent is not kept. */
static void
test_secrets (void)
{
  static const char json[] = "{\"id\":\"c\",\"credentials\":{\"apiKey\":\"canary\"},\"name\":\"Bills\"}";
  g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_from_json (json, NULL);

  g_assert_cmpstr (configuration->json, ==, "{\"id\":\"c\",\"name\":\"Bills\"}");
}

static void
test_change (void)
{
  static const struct
  {
    const char *json;
    const char *credentials_id;
    const char *changed;
  } samples[] = {
    { "{\"id\":\"c\",\"version\":3,\"integrationCredentialsId\":\"old\",\"configData\":{\"a\":[1.10,12345678901234567890]}}",
      "new",
      "{\"id\":\"c\",\"configData\":{\"a\":[1.10,12345678901234567890]},\"integrationCredentialsId\":\"new\",\"version\":9}" },
    { "{}", "a\"b", "{\"integrationCredentialsId\":\"a\\\"b\",\"version\":9}" },
    { "{\"integrationCredentialsId\":\"old\",\"version\":\"3\"}", NULL, "{\"integrationCredentialsId\":\"old\",\"version\":9}" },
    { "{\"version\":1,\"version\":2}", NULL, "{\"version\":9}" },
    { "[]", "new", NULL },
    { "{", "new", NULL },
    { "", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *changed =
          act_integration_configuration_change_json (samples[i].json, samples[i].credentials_id, 9);

      tell_sample (samples[i].json);
      g_assert_cmpstr (changed, ==, samples[i].changed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/configuration-json/whole", test_whole);
  g_test_add_func ("/configuration-json/wrong-types", test_wrong_types);
  g_test_add_func ("/configuration-json/page", test_page);
  g_test_add_func ("/configuration-json/secrets", test_secrets);
  g_test_add_func ("/configuration-json/change", test_change);

  return g_test_run ();
}
