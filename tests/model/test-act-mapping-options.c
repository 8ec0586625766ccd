/* What external mappings can be made of
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-options.h"

static void
test_empty (void)
{
  g_autoptr (ActMappingOptions) options = act_mapping_options_new ();
  g_autoptr (ActExternalSystem) system = act_external_system_new ("Stripe");

  g_assert_cmpuint (g_strv_length (options->entity_types), ==, 0);
  g_assert_cmpuint (options->systems->len, ==, 0);
  g_assert_null (act_mapping_options_find_system (options, "Stripe"));
  g_assert_cmpuint (g_strv_length (system->tables), ==, 0);
  g_assert_false (system->allow_custom_tables);
}

/* Events and configurations write systems in capitals or not. */
static void
test_find_system (void)
{
  g_autoptr (ActMappingOptions) options = act_mapping_options_new ();

  g_ptr_array_add (options->systems, act_external_system_new ("Stripe"));
  g_ptr_array_add (options->systems, act_external_system_new ("NetSuite"));
  g_assert_cmpstr (act_mapping_options_find_system (options, "NETSUITE")->name, ==, "NetSuite");
  g_assert_cmpstr (act_mapping_options_find_system (options, "Stripe")->name, ==, "Stripe");
  g_assert_null (act_mapping_options_find_system (options, "Strip"));
  g_assert_null (act_mapping_options_find_system (options, ""));
  g_assert_null (act_mapping_options_find_system (options, NULL));
}

static void
test_record (void)
{
  g_autoptr (ActExternalRecord) record = act_external_record_new ("cus_1", NULL);

  g_assert_cmpstr (record->id, ==, "cus_1");
  g_assert_null (record->name);
  act_external_record_free (NULL);
  act_external_system_free (NULL);
  act_mapping_options_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping-options/empty", test_empty);
  g_test_add_func ("/mapping-options/find-system", test_find_system);
  g_test_add_func ("/mapping-options/record", test_record);

  return g_test_run ();
}
