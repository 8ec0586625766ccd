/* What stands against a mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-check.h"

static ActExternalMapping *
make_mapping (const char *id,
              const char *entity_id,
              const char *system,
              const char *table,
              const char *external_id)
{
  ActExternalMapping *mapping = act_external_mapping_new ();

  mapping->id = g_strdup (id);
  mapping->entity_type = g_strdup ("Account");
  mapping->entity_id = g_strdup (entity_id);
  mapping->external_system = g_strdup (system);
  mapping->external_table = g_strdup (table);
  mapping->external_id = g_strdup (external_id);

  return mapping;
}

static GPtrArray *
make_mappings (void)
{
  GPtrArray *mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) act_external_mapping_free);

  g_ptr_array_add (mappings, make_mapping ("1", "a", "Chargebee", "Customer", "cus_1"));
  g_ptr_array_add (mappings, make_mapping ("2", "b", "Stripe", "Customer", "cus_2"));

  return mappings;
}

static void
test_same (void)
{
  g_autoptr (GPtrArray) mappings = make_mappings ();
  g_autoptr (ActExternalMapping) same = make_mapping (NULL, "a", "Chargebee", "Customer", "cus_1");
  g_autoptr (ActExternalMapping) itself = make_mapping ("1", "a", "Chargebee", "Customer", "cus_1");

  g_assert_cmpstr (act_mapping_check_find_same (mappings, same)->id, ==, "1");
  g_assert_null (act_mapping_check_find_duplicate (mappings, same));
  g_assert_null (act_mapping_check_find_same (mappings, itself));
  g_assert_null (act_mapping_check_find_same (NULL, same));
}

static void
test_duplicate (void)
{
  g_autoptr (GPtrArray) mappings = make_mappings ();
  g_autoptr (ActExternalMapping) more = make_mapping (NULL, "A", "CHARGEBEE", "customer", "cus_9");
  g_autoptr (ActExternalMapping) corrected = make_mapping ("1", "a", "Chargebee", "Customer", "cus_9");
  g_autoptr (ActExternalMapping) elsewhere = make_mapping (NULL, "a", "Chargebee", "Subscription", "s");
  g_autoptr (ActExternalMapping) another = make_mapping (NULL, "c", "Chargebee", "Customer", "cus_9");
  g_autoptr (ActExternalMapping) unnamed = make_mapping (NULL, "a", "Chargebee", NULL, "cus_9");

  g_assert_cmpstr (act_mapping_check_find_duplicate (mappings, more)->id, ==, "1");
  g_assert_null (act_mapping_check_find_duplicate (mappings, corrected));
  g_assert_null (act_mapping_check_find_duplicate (mappings, elsewhere));
  g_assert_null (act_mapping_check_find_duplicate (mappings, another));
  g_assert_null (act_mapping_check_find_duplicate (mappings, unnamed));
}

static void
test_other (void)
{
  g_autoptr (GPtrArray) mappings = make_mappings ();
  g_autoptr (ActExternalMapping) mapping = make_mapping (NULL, "a", "Chargebee", "Customer", "cus_1");

  g_assert_cmpstr (act_mapping_check_find_other (mappings, mapping)->id, ==, "2");
  g_ptr_array_remove_index (mappings, 1);
  g_assert_null (act_mapping_check_find_other (mappings, mapping));
}

static void
test_by_system (void)
{
  g_autoptr (GPtrArray) mappings = make_mappings ();

  g_assert_cmpstr (act_mapping_check_find_by_system (mappings, "STRIPE")->id, ==, "2");
  g_assert_null (act_mapping_check_find_by_system (mappings, "Xero"));
  g_assert_null (act_mapping_check_find_by_system (mappings, NULL));
  g_assert_null (act_mapping_check_find_by_system (NULL, "Stripe"));
}

static void
test_trim (void)
{
  g_autofree char *trimmed = act_external_mapping_trim_text ("\xc2\xa0 cus 1\t\n");

  g_assert_cmpstr (trimmed, ==, "cus 1");
  g_assert_true (act_external_mapping_is_valid_text (trimmed));
  g_assert_null (act_external_mapping_trim_text (" \t "));
  g_assert_null (act_external_mapping_trim_text (""));
  g_assert_null (act_external_mapping_trim_text (NULL));
  g_assert_null (act_external_mapping_trim_text ("\xff"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping-check/same", test_same);
  g_test_add_func ("/mapping-check/duplicate", test_duplicate);
  g_test_add_func ("/mapping-check/other", test_other);
  g_test_add_func ("/mapping-check/by-system", test_by_system);
  g_test_add_func ("/mapping-check/trim", test_trim);

  return g_test_run ();
}
