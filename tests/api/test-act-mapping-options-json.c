/* What mappings can be made of, read from what a server may send
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-json.h"

#include "act-api-error.h"
#include "act-resource-json.h"
#include "sample.h"

static char *
tell_options (const ActMappingOptions *options)
{
  g_autofree char *types = g_strjoinv (",", options->entity_types);
  g_autoptr (GString) text = g_string_new (types);

  for (guint i = 0; i < options->systems->len; i++)
    {
      const ActExternalSystem *system = g_ptr_array_index (options->systems, i);
      g_autofree char         *tables = g_strjoinv (",", system->tables);

      g_string_append_printf (text, "; %s: %s%s", system->name, tables, system->allow_custom_tables ? " or any" : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_options (void)
{
  static const struct
  {
    const char *json;
    const char *told; /* NULL: refused */
  } samples[] = {
    { "{\"m3terEntities\":[\"Account\",\"Meter\"],\"externalSystems\":[{\"name\":\"Stripe\",\"tables\":[\"Customer\"]},"
      "{\"name\":\"NetSuite\",\"tables\":[],\"allowCustomExternalTables\":true}]}",
      "Account,Meter; Stripe: Customer; NetSuite:  or any" },
    { "{\"m3terEntities\":[null,7,\"\",{},[],{\"name\":\"Meter\"},\"A\",\"A\"],\"externalSystems\":[null,7,{},{\"name\":null},"
      "\"Xero\",{\"name\":\"Stripe\",\"tables\":7,\"allowCustomExternalTables\":\"yes\"},{\"name\":\"stripe\"},"
      "{\"name\":\"S\",\"tables\":[null,{\"name\":\"T\"},\"T\",[]]}]}",
      "7,Meter,A; 7: ; Xero: ; Stripe: ; S: T" },
    { "{}", "" },
    { "{\"m3terEntities\":7,\"externalSystems\":{}}", "" },
    { "{\"m3terEntities\":null,\"externalSystems\":null}", "" },
    { "[]", NULL },
    { "null", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ActMappingOptions) options = act_mapping_options_from_json (samples[i].json, &error);
      g_autofree char *told = options != NULL ? tell_options (options) : NULL;

      tell_sample (samples[i].json);
      g_assert_cmpstr (told, ==, samples[i].told);
      if (options != NULL)
        g_assert_cmpstr (options->json, ==, samples[i].json);
      else
        g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
    }
}

/* To look for each among all the others would take minutes. */
static void
test_many_options (void)
{
  g_autoptr (GString) json = g_string_new ("{\"m3terEntities\":[\"A\"");
  g_autoptr (ActMappingOptions) options = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (json, ",\"A%u\"", i);
  g_string_append (json, "],\"externalSystems\":[\"S\"");
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (json, ",\"S%u\"", i);
  g_string_append (json, "]}");

  options = act_mapping_options_from_json (json->str, NULL);
  g_assert_cmpuint (g_strv_length (options->entity_types), ==, 200001);
  g_assert_cmpuint (options->systems->len, ==, 200001);
}

static void
test_records (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records =
      act_external_records_from_json ("[{\"externalId\":\"a\",\"externalName\":\"Acme \\\"A\\\"\"},{\"externalId\":7},null,"
                                      "{\"externalName\":\"no id\"},{\"externalId\":\"a\",\"externalName\":\"again\"},"
                                      "{\"externalId\":\"b\",\"externalName\":{}}]",
                                      &error);
  g_autofree char         *json = NULL;
  const ActExternalRecord *record = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 3);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->id, ==, "a");
  g_assert_cmpstr (record->name, ==, "Acme \"A\"");

  json = act_external_records_to_json (records);
  g_assert_cmpstr (json, ==,
                   "[{\"externalId\":\"a\",\"externalName\":\"Acme \\\"A\\\"\"},{\"externalId\":\"7\"},{\"externalId\":\"b\"}]");
}

static void
test_no_records (void)
{
  static const char *const empty[] = { "[]", "{}", "{\"data\":[]}" };
  static const char *const refused[] = { "7", "null", "\"a\"", "{\"data\":7}", "[" };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (GPtrArray) records = act_external_records_from_json (empty[i], NULL);
      g_autofree char *json = NULL;

      g_assert_cmpuint (records->len, ==, 0);
      json = act_external_records_to_json (records);
      g_assert_cmpstr (json, ==, "[]");
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (act_external_records_from_json (refused[i], &error));
      g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping-options-json/options", test_options);
  g_test_add_func ("/mapping-options-json/many-options", test_many_options);
  g_test_add_func ("/mapping-options-json/records", test_records);
  g_test_add_func ("/mapping-options-json/no-records", test_no_records);

  return g_test_run ();
}
