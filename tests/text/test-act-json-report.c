/* What commands print for scripts: the members that stay, and nothing that steers a terminal
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-json-report.h"

#include "act-event.h"

#include <string.h>

static void
test_status (void)
{
  g_autoptr (ActConnection) connection =
      act_connection_new ("Acme \"Ltd\"", "https://api.example.com", "org-1", "key-1", NULL);
  ActCounts        counts = { .waiting = 1, .refused = 2, .refused_changes = 3, .local = 4 };
  g_autofree char *json = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *expected = NULL;

  counts.open_by_kind[ACT_EVENT_KIND_PERFORM] = 5;
  counts.all_by_kind[ACT_EVENT_KIND_PERFORM] = 6;
  json = act_json_report_status (connection, &counts, 1000, TRUE);
  unknown = act_json_report_status (connection, &counts, ACT_TIME_UNKNOWN, FALSE);
  expected = g_strdup_printf (
      "{\"connection\":\"Acme \\\"Ltd\\\"\",\"id\":\"%s\",\"baseUrl\":\"https://api.example.com\","
      "\"organizationId\":\"org-1\",\"asOf\":\"1970-01-01T00:00:01.000Z\",\"open\":5,\"events\":6,"
      "\"waiting\":1,\"refused\":5,\"local\":4,\"canMark\":true}",
      act_connection_get_id (connection));

  g_assert_cmpstr (json, ==, expected);
  g_assert_nonnull (strstr (unknown, "\"asOf\":null"));
  g_assert_nonnull (strstr (unknown, "\"canMark\":false"));
}

static void
test_mark (void)
{
  g_autoptr (ActPendingMark) mark = act_pending_mark_new ();
  g_autofree char *json = NULL;

  mark->event_id = g_strdup ("e1");
  mark->state = ACT_OUTBOX_REFUSED;
  mark->message = g_strdup ("\x1b[31m\xe2\x80\xae\xff\n");
  json = act_json_report_mark (mark);

  g_assert_cmpstr (json, ==,
                   "{\"action\":\"mark-actioned\",\"target\":\"e1\",\"state\":\"refused\","
                   "\"message\":\"\\u001b[31m\\u202e\xef\xbf\xbd\\n\",\"reason\":null}");
}

static void
test_change (void)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autofree char *json = NULL;

  change->action = ACT_OUTBOX_ENABLE;
  change->target = g_strdup ("c1");
  change->state = ACT_OUTBOX_WAITING_FOR_SIGN_IN;
  change->content = g_strdup ("{\"secret\":\"no\"}");
  change->name = g_strdup ("Nightly");
  change->reason = g_strdup ("Why");
  json = act_json_report_change (change);

  g_assert_cmpstr (json, ==,
                   "{\"action\":\"enable\",\"target\":\"c1\",\"state\":\"waiting-for-sign-in\","
                   "\"message\":\"Nightly\",\"reason\":\"Why\"}");
}

static void
test_unknown (void)
{
  g_assert_cmpstr (act_json_report_state ((ActOutboxState) 99), ==, "unknown");
  g_assert_cmpstr (act_json_report_action ((ActOutboxAction) 99), ==, "unknown");
  for (int state = ACT_OUTBOX_HELD; state <= ACT_OUTBOX_WAITING_FOR_SIGN_IN; state++)
    {
      const char *word = act_json_report_state ((ActOutboxState) state);

      g_assert_true (g_str_equal (word, "unknown") == (state == ACT_OUTBOX_UNKNOWN));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-report/status", test_status);
  g_test_add_func ("/json-report/mark", test_mark);
  g_test_add_func ("/json-report/change", test_change);
  g_test_add_func ("/json-report/unknown", test_unknown);

  return g_test_run ();
}
