/* External mappings: which are the same, and what they may say
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-external-mapping.h"

#include "act-event.h"

static void
test_says_the_same (void)
{
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_new ();
  char **members[] = {
    &mapping->entity_type,
    &mapping->entity_id,
    &mapping->external_system,
    &mapping->external_table,
    &mapping->external_id,
    &mapping->configuration_id,
  };

  g_assert_cmpint (mapping->created, ==, ACT_TIME_UNKNOWN);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (ActExternalMapping) before = act_external_mapping_copy (mapping);

      g_assert_true (act_external_mapping_says_the_same (mapping, before));
      *members[i] = g_strdup ("a");
      g_assert_false (act_external_mapping_says_the_same (mapping, before));
      g_assert_false (act_external_mapping_says_the_same (before, mapping));
    }
}

/* What the server adds makes no difference. */
static void
test_same_but_for_the_server (void)
{
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_new ();
  g_autoptr (ActExternalMapping) copy = NULL;

  mapping->entity_id = g_strdup ("a");
  copy = act_external_mapping_copy (mapping);
  copy->id = g_strdup ("m");
  copy->version = 7;
  copy->created = 1000;
  copy->json = g_strdup ("{}");
  g_assert_true (act_external_mapping_says_the_same (mapping, copy));
}

static void
test_copy (void)
{
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_new ();
  g_autoptr (ActExternalMapping) copy = NULL;

  mapping->id = g_strdup ("m");
  mapping->version = 3;
  mapping->created = 1000;
  mapping->json = g_strdup ("{\"a\":1}");
  copy = act_external_mapping_copy (mapping);
  g_assert_cmpstr (copy->id, ==, "m");
  g_assert_true (copy->id != mapping->id);
  g_assert_cmpint (copy->version, ==, 3);
  g_assert_cmpint (copy->created, ==, 1000);
  g_assert_cmpstr (copy->json, ==, "{\"a\":1}");
  g_assert_true (copy->json != mapping->json);
}

static void
test_texts (void)
{
  static const char *const valid[] = { "a", "cus_1", "two words", "a  b", "é✓😀", "-", "\"'<>&/\\", "İ" };
  static const char *const invalid[] = {
    "",               /* nothing */
    " ",              /* nothing but white space */
    " a",             /* white space before, */
    "a ",             /* after, */
    "a\tb",           /* and other than plain spaces */
    "a\nb",           /* inside */
    "a\302\240b",     /* a no-break space */
    "\343\200\200a",  /* an ideographic space */
    "a\342\200\250b", /* a line separator */
    "a\001b",         /* a control character, */
    "a\177",          /* another */
    "a\302\205b",     /* and one beyond ASCII */
    "a\377b",         /* not UTF-8 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (act_external_mapping_is_valid_text (valid[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (act_external_mapping_is_valid_text (invalid[i]));
  g_assert_false (act_external_mapping_is_valid_text (NULL));
}

static void
test_free (void)
{
  act_external_mapping_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/external-mapping/says-the-same", test_says_the_same);
  g_test_add_func ("/external-mapping/same-but-for-the-server", test_same_but_for_the_server);
  g_test_add_func ("/external-mapping/copy", test_copy);
  g_test_add_func ("/external-mapping/texts", test_texts);
  g_test_add_func ("/external-mapping/free", test_free);

  return g_test_run ();
}
