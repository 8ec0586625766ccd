/* External mappings read from what a server may send, and written
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-json.h"

#include "act-api-error.h"
#include "act-event.h"
#include "act-json-page.h"
#include "act-resource-json.h"
#include "sample.h"

#define WHOLE                                                                                                \
  "{\"id\":\"m\",\"version\":2,\"m3terEntity\":\"Account\",\"m3terId\":\"a\",\"externalSystem\":\"Stripe\"," \
  "\"externalTable\":\"Customer\",\"externalId\":\"cus_1\",\"integrationConfigId\":\"c\","                   \
  "\"dtCreated\":\"1970-01-01T00:00:01Z\",\"unknown\":1.10}"

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_from_json (WHOLE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mapping->id, ==, "m");
  g_assert_cmpint (mapping->version, ==, 2);
  g_assert_cmpstr (mapping->entity_type, ==, "Account");
  g_assert_cmpstr (mapping->entity_id, ==, "a");
  g_assert_cmpstr (mapping->external_system, ==, "Stripe");
  g_assert_cmpstr (mapping->external_table, ==, "Customer");
  g_assert_cmpstr (mapping->external_id, ==, "cus_1");
  g_assert_cmpstr (mapping->configuration_id, ==, "c");
  g_assert_cmpint (mapping->created, ==, 1000);
  g_assert_cmpstr (mapping->json, ==, WHOLE);
}

static void
test_wrong_types (void)
{
  static const char *const values[] = { "null", "true", "\"\"", "[]", "{}", "[null]" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *json =
          g_strdup_printf ("{\"id\":\"m\",\"version\":%1$s,\"m3terEntity\":%1$s,\"m3terId\":%1$s,\"externalSystem\":%1$s,"
                           "\"externalTable\":%1$s,\"externalId\":%1$s,\"integrationConfigId\":%1$s,\"dtCreated\":%1$s}",
                           values[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (ActExternalMapping) mapping = act_json_decode_text (json, &act_mapping_decoder, &error);

      tell_sample (json);
      g_assert_no_error (error);
      g_assert_cmpint (mapping->version, ==, 0);
      g_assert_null (mapping->entity_type);
      g_assert_null (mapping->external_id);
      g_assert_null (mapping->configuration_id);
      g_assert_cmpint (mapping->created, ==, ACT_TIME_UNKNOWN);
    }
}

static void
test_page (void)
{
  g_autoptr (ActJsonPage) page =
      act_json_decode_text ("{\"data\":[{\"id\":\"m\"},{\"externalId\":\"no id\"},7,{\"id\":\"m\"},{\"id\":\"n\"}],"
                            "\"nextToken\":\"t\"}",
                            &act_mapping_page_decoder, NULL);
  const ActExternalMapping *mapping = NULL;

  g_assert_cmpuint (page->things->len, ==, 2);
  mapping = g_ptr_array_index (page->things, 1);
  g_assert_cmpstr (mapping->id, ==, "n");
  g_assert_cmpstr (page->next_token, ==, "t");
}

static void
test_refused (void)
{
  static const char *const samples[] = { "", "{", "[]", "7", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (act_external_mapping_from_json (samples[i], &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
    }
}

/* A call that creates must name neither an id nor a version. */
static void
test_new (void)
{
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_from_json (WHOLE, NULL);
  g_autofree char *whole = act_mapping_json_write_new (mapping);
  g_autofree char *part = NULL;

  g_assert_cmpstr (whole, ==,
                   "{\"m3terEntity\":\"Account\",\"m3terId\":\"a\",\"externalSystem\":\"Stripe\","
                   "\"externalTable\":\"Customer\",\"externalId\":\"cus_1\",\"integrationConfigId\":\"c\"}");

  g_clear_pointer (&mapping->configuration_id, g_free);
  g_free (mapping->external_id);
  mapping->external_id = g_strdup ("\"\\\001é");
  part = act_mapping_json_write_new (mapping);
  g_assert_cmpstr (part, ==,
                   "{\"m3terEntity\":\"Account\",\"m3terId\":\"a\",\"externalSystem\":\"Stripe\","
                   "\"externalTable\":\"Customer\",\"externalId\":\"\\\"\\\\\\u0001é\"}");
}

/* What is not known here is sent back as it was. */
static void
test_change (void)
{
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_from_json (WHOLE, NULL);
  g_autofree char *json = NULL;

  g_free (mapping->external_id);
  mapping->external_id = g_strdup ("cus_2");
  g_clear_pointer (&mapping->configuration_id, g_free);
  mapping->version = 5;

  json = act_external_mapping_to_json (mapping);
  g_assert_cmpstr (json, ==,
                   "{\"dtCreated\":\"1970-01-01T00:00:01Z\",\"unknown\":1.10,\"m3terEntity\":\"Account\","
                   "\"m3terId\":\"a\",\"externalSystem\":\"Stripe\",\"externalTable\":\"Customer\","
                   "\"externalId\":\"cus_2\",\"id\":\"m\",\"version\":5}");
}

static void
test_round_trip (void)
{
  g_autoptr (ActExternalMapping) unsent = act_external_mapping_new ();
  g_autoptr (ActExternalMapping) sent = act_external_mapping_from_json (WHOLE, NULL);
  g_autoptr (ActExternalMapping) unsent_again = NULL;
  g_autoptr (ActExternalMapping) sent_again = NULL;
  g_autofree char *unsent_json = NULL;
  g_autofree char *sent_json = act_external_mapping_to_json (sent);

  unsent->entity_type = g_strdup ("Account");
  unsent->external_id = g_strdup ("\" \\ é");
  unsent_json = act_external_mapping_to_json (unsent);
  unsent_again = act_external_mapping_from_json (unsent_json, NULL);
  g_assert_true (act_external_mapping_says_the_same (unsent, unsent_again));
  g_assert_null (unsent_again->id);

  sent_again = act_external_mapping_from_json (sent_json, NULL);
  g_assert_true (act_external_mapping_says_the_same (sent, sent_again));
  g_assert_cmpstr (sent_again->id, ==, "m");
  g_assert_cmpint (sent_again->version, ==, 2);
  g_assert_cmpint (sent_again->created, ==, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping-json/whole", test_whole);
  g_test_add_func ("/mapping-json/wrong-types", test_wrong_types);
  g_test_add_func ("/mapping-json/page", test_page);
  g_test_add_func ("/mapping-json/refused", test_refused);
  g_test_add_func ("/mapping-json/new", test_new);
  g_test_add_func ("/mapping-json/change", test_change);
  g_test_add_func ("/mapping-json/round-trip", test_round_trip);

  return g_test_run ();
}
