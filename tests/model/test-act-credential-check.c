/* What stands against the values of a new credential
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-check.h"

static void
test_values (void)
{
  g_assert_cmpint (act_credential_check_value ("a key", TRUE), ==, ACT_CREDENTIAL_PROBLEM_NONE);
  g_assert_cmpint (act_credential_check_value ("ключ", TRUE), ==, ACT_CREDENTIAL_PROBLEM_NONE);
  g_assert_cmpint (act_credential_check_value (" key ", TRUE), ==, ACT_CREDENTIAL_PROBLEM_NONE);
  g_assert_cmpint (act_credential_check_value ("", FALSE), ==, ACT_CREDENTIAL_PROBLEM_NONE);
}

static void
test_missing (void)
{
  g_assert_cmpint (act_credential_check_value ("", TRUE), ==, ACT_CREDENTIAL_PROBLEM_MISSING);
  g_assert_cmpint (act_credential_check_value ("  \u00a0", TRUE), ==, ACT_CREDENTIAL_PROBLEM_MISSING);
}

static void
test_control (void)
{
  g_assert_cmpint (act_credential_check_value ("key\n", TRUE), ==, ACT_CREDENTIAL_PROBLEM_CONTROL);
  g_assert_cmpint (act_credential_check_value ("\t", TRUE), ==, ACT_CREDENTIAL_PROBLEM_CONTROL);
  g_assert_cmpint (act_credential_check_value ("k\xc2\x85y", FALSE), ==, ACT_CREDENTIAL_PROBLEM_CONTROL);
}

static void
test_types (void)
{
  g_auto (GStrv) types = act_credential_type_dup_all ();

  g_assert_true (g_strv_contains ((const char *const *) types, "CHARGEBEE_AUTH"));
  for (guint i = 0; types[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) fields = act_credential_type_list_fields (types[i]);

      g_assert_nonnull (act_credential_type_get_label (types[i]));
      g_assert_cmpuint (fields->len, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credential-check/values", test_values);
  g_test_add_func ("/credential-check/missing", test_missing);
  g_test_add_func ("/credential-check/control", test_control);
  g_test_add_func ("/credential-check/types", test_types);

  return g_test_run ();
}
