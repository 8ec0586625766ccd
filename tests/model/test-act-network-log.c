/* The log of requests: what is in it, and what is not
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-network-log.h"

#include <string.h>

static void
check_path (const char *target,
            const char *expected)
{
  g_autoptr (ActNetworkCall) call =
      act_network_call_new (1, "GET", target, 200, ACT_NETWORK_PROBLEM_NONE, 2, 3);

  g_assert_cmpstr (act_network_call_get_path (call), ==, expected);
}

/* The names of parameters stay, their values go, however they are written. */
static void
test_path (void)
{
  check_path ("/oauth/token", "/oauth/token");
  check_path ("/events?pageSize=100&nextToken=canary&a", "/events?pageSize&nextToken&a");
  check_path ("/events?a=b=canary?c=canary&d=", "/events?a&d");
  check_path ("/a=b/c&d", "/a=b/c&d");
  check_path ("/a\nb \x1b[0m\xe2\x80\xae", "/a%0Ab%20%1B[0m%E2%80%AE");
}

static void
test_long_path (void)
{
  g_autofree char *target = g_strnfill (100 * 1000, '/');
  g_autoptr (ActNetworkCall) call =
      act_network_call_new (1, "GET", target, 0, ACT_NETWORK_PROBLEM_TIMED_OUT, 2, 3);

  g_assert_cmpuint (strlen (act_network_call_get_path (call)), <, 600);
  g_assert_true (g_str_has_suffix (act_network_call_get_path (call), "/..."));
  g_assert_cmpint (act_network_call_get_problem (call), ==, ACT_NETWORK_PROBLEM_TIMED_OUT);
}

static void
add (ActNetworkLog *log,
     guint          status)
{
  g_autoptr (ActNetworkCall) call =
      act_network_call_new (1, "GET", "/", status, ACT_NETWORK_PROBLEM_NONE, 2, 3);

  act_network_log_add (log, call);
}

static guint
get_status (ActNetworkLog *log,
            guint          position)
{
  g_autoptr (ActNetworkCall) call = g_list_model_get_item (G_LIST_MODEL (log), position);

  return act_network_call_get_status (call);
}

/* Follows what the model says of itself. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  guint      *n_items)
{
  g_assert_cmpuint (position + removed, <=, *n_items);
  *n_items += added - removed;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, *n_items);
}

static void
test_full (void)
{
  g_autoptr (ActNetworkLog) log = act_network_log_new ();
  guint n_items = 0;

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (log)) == ACT_TYPE_NETWORK_CALL);
  g_signal_connect (log, "items-changed", G_CALLBACK (items_changed_cb), &n_items);
  for (guint i = 0; i < ACT_NETWORK_LOG_LENGTH + 7; i++)
    add (log, i);

  g_assert_cmpuint (n_items, ==, ACT_NETWORK_LOG_LENGTH);
  g_assert_cmpuint (get_status (log, 0), ==, 7);
  g_assert_cmpuint (get_status (log, ACT_NETWORK_LOG_LENGTH - 1), ==, ACT_NETWORK_LOG_LENGTH + 6);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (log), ACT_NETWORK_LOG_LENGTH));

  act_network_log_clear (log);
  g_assert_cmpuint (n_items, ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (log), 0));
  act_network_log_clear (log);
  add (log, 200);
  g_assert_cmpuint (get_status (log, 0), ==, 200);
  g_assert_finalize_object (g_steal_pointer (&log));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network-log/path", test_path);
  g_test_add_func ("/network-log/long-path", test_long_path);
  g_test_add_func ("/network-log/full", test_full);

  return g_test_run ();
}
