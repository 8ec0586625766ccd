/* Each step of a long piece of work has words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-step-text.h"

static void
test_amounts (void)
{
  g_autofree char *bytes = act_step_text (ACT_STEP_BACKING_UP, 12000000, 40000000);
  g_autofree char *rows = act_step_text (ACT_STEP_INDEXING, 4000, 10000);
  g_autofree char *uncounted = act_step_text (ACT_STEP_UPGRADING, 0, 0);

  g_assert_true (g_str_has_prefix (bytes, "Making a backup: 12.0"));
  g_assert_nonnull (g_strstr_len (bytes, -1, " of 40.0"));
  g_assert_cmpstr (rows, ==, "Indexing events: 4000 of 10000");
  g_assert_cmpstr (uncounted, ==, "Changing tables");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/step-text/amounts", test_amounts);

  return g_test_run ();
}
