/* Requests in words: a line each, whatever came of them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-network-text.h"

#include <string.h>

static ActNetworkCall *
make_call (guint             status,
           ActNetworkProblem problem)
{
  return act_network_call_new (G_GINT64_CONSTANT (1772600767008), "GET", "/events?ids=canary", status,
                               problem, 12, 3456);
}

static void
test_line (void)
{
  g_autoptr (ActNetworkCall) call = make_call (200, ACT_NETWORK_PROBLEM_NONE);
  g_autofree char *line = act_network_text_line (call);

  g_assert_cmpstr (line, ==, "2026-03-04T05:06:07.008Z\tGET\t/events?ids\t200\t12 ms\t3456 B");
}

/* Everything that can come of a request has words of its own. */
static void
test_problems (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int problem = ACT_NETWORK_PROBLEM_NONE + 1; problem < ACT_N_NETWORK_PROBLEMS; problem++)
    {
      g_autoptr (ActNetworkCall) alone = make_call (0, (ActNetworkProblem) problem);
      g_autoptr (ActNetworkCall) with_status = make_call (200, (ActNetworkProblem) problem);
      g_autofree char *words = act_network_text_status (alone);
      g_autofree char *both = act_network_text_status (with_status);
      g_autofree char *expected = g_strdup_printf ("200, %s", words);

      g_assert_cmpuint (strlen (words), >, 0);
      g_assert_cmpstr (both, ==, expected);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&words)));
    }
}

static GString *printed;

static void
keep_printed (const char *text)
{
  g_string_append (printed, text);
}

/* What is printed is what comes from now on, and its name cannot break the line. */
static void
test_print (void)
{
  g_autoptr (ActNetworkLog) log = act_network_log_new ();
  g_autoptr (ActNetworkCall) before = make_call (201, ACT_NETWORK_PROBLEM_NONE);
  g_autoptr (ActNetworkCall) after = make_call (202, ACT_NETWORK_PROBLEM_NONE);
  GPrintFunc previous = NULL;

  printed = g_string_new (NULL);
  previous = g_set_printerr_handler (keep_printed);
  act_network_log_add (log, before);
  act_network_text_print (log, "Acme\nInc");
  act_network_log_add (log, after);
  act_network_log_clear (log);
  g_set_printerr_handler (previous);

  g_assert_cmpstr (printed->str, ==,
                   "Acme Inc\t2026-03-04T05:06:07.008Z\tGET\t/events?ids\t202\t12 ms\t3456 B\n");
  g_string_free (g_steal_pointer (&printed), TRUE);
  g_assert_finalize_object (g_steal_pointer (&log));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network-text/line", test_line);
  g_test_add_func ("/network-text/problems", test_problems);
  g_test_add_func ("/network-text/print", test_print);

  return g_test_run ();
}
