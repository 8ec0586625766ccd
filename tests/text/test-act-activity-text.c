/* Tests of what was done from this computer, in words and as a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-export.h"
#include "act-activity-text.h"

static void
test_results (void)
{
  ActActivity      one = { .action = ACT_ACTIVITY_MARK, .count = 1 };
  ActActivity      many = { .action = ACT_ACTIVITY_MARK, .count = 10 };
  g_autofree char *of_one = NULL;
  g_autofree char *of_many = NULL;
  g_autofree char *title = act_activity_text_title (&many);

  one.results[ACT_ACTIVITY_REFUSED] = 1;
  many.results[ACT_ACTIVITY_WAITING] = 2;
  many.results[ACT_ACTIVITY_CONFIRMED] = 7;
  many.results[ACT_ACTIVITY_TAKEN_BACK] = 1;
  of_one = act_activity_text_results (&one);
  of_many = act_activity_text_results (&many);
  g_assert_cmpstr (title, ==, "Marked 10 events as actioned");
  g_assert_cmpstr (of_one, ==, "Refused");
  g_assert_cmpstr (of_many, ==, "7 confirmed · 1 taken back · 2 waiting");
}

static void
test_about (void)
{
  ActActivity      activity = { .action = ACT_ACTIVITY_CHANGE_MAPPING, .count = 1, .target = (char *) "m-1" };
  g_autofree char *target = act_activity_text_about (&activity);
  g_autofree char *detail = NULL;

  activity.detail = (char *) "Account a\n→ S";
  detail = act_activity_text_about (&activity);
  g_assert_cmpstr (target, ==, "m-1");
  g_assert_cmpstr (detail, ==, "Account a → S");
}

static void
test_find (void)
{
  g_assert_cmpuint (act_activity_text_find_actions ("MAPPING"), ==,
                    1u << ACT_ACTIVITY_CREATE_MAPPING | 1u << ACT_ACTIVITY_CHANGE_MAPPING |
                        1u << ACT_ACTIVITY_DELETE_MAPPING);
  g_assert_cmpuint (act_activity_text_find_actions ("replay"), ==, 1u << ACT_ACTIVITY_REPLAY);
  g_assert_cmpuint (act_activity_text_find_actions ("no such words"), ==, 0);
  g_assert_cmpuint (act_activity_text_find_actions ("marked 3"), ==, 1u << ACT_ACTIVITY_MARK);
  g_assert_cmpuint (act_activity_text_find_actions ("30 events"), ==,
                    1u << ACT_ACTIVITY_MARK | 1u << ACT_ACTIVITY_TAKE_BACK);
  g_assert_cmpuint (act_activity_text_find_actions ("Marked 99999999999999999999"), ==, 0);
}

static char *export(ActActivityFormat format)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) act_activity_item_free);
  ActActivity activity = { .number = 3,
                           .time = G_GINT64_CONSTANT (1772600767042),
                           .action = ACT_ACTIVITY_MARK,
                           .count = 2,
                           .detail = (char *) "=1+1 \"quoted\"" };

  activity.results[ACT_ACTIVITY_CONFIRMED] = 1;
  activity.results[ACT_ACTIVITY_REFUSED] = 1;
  activity.reason = (char *) "No";
  g_ptr_array_add (items, act_activity_item_new ("a", ACT_ACTIVITY_CONFIRMED, NULL));
  g_ptr_array_add (items, act_activity_item_new ("b", ACT_ACTIVITY_REFUSED, "No"));
  act_activity_export_begin (text, format);
  act_activity_export_add (text, format, "Acme", &activity, items);

  return g_string_free (text, FALSE);
}

/* What a spreadsheet would take for a formula is none. */
static void
test_csv (void)
{
  g_autofree char *text = export(ACT_ACTIVITY_CSV);

  g_assert_cmpstr (text, ==,
                   "time,connection,action,number,count,waiting,confirmed,refused,local,lost,"
                   "taken-back,target,detail,reason,ids\r\n"
                   "\"2026-03-04T05:06:07.042Z\",\"Acme\",\"mark\",3,2,0,1,1,0,0,0,\"\","
                   "\"'=1+1 \"\"quoted\"\"\",\"No\",\"a b\"\r\n");
}

static void
test_json (void)
{
  g_autofree char *text = export(ACT_ACTIVITY_JSON);

  g_assert_cmpstr (text, ==,
                   "{\"time\":\"2026-03-04T05:06:07.042Z\",\"connection\":\"Acme\",\"action\":\"mark\","
                   "\"number\":3,\"count\":2,\"waiting\":0,\"confirmed\":1,\"refused\":1,\"local\":0,"
                   "\"lost\":0,\"taken-back\":0,\"detail\":\"=1+1 \\\"quoted\\\"\",\"reason\":\"No\","
                   "\"items\":[{\"id\":\"a\",\"result\":\"confirmed\"},"
                   "{\"id\":\"b\",\"result\":\"refused\",\"reason\":\"No\"}]}\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/activity-text/results", test_results);
  g_test_add_func ("/activity-text/about", test_about);
  g_test_add_func ("/activity-text/find", test_find);
  g_test_add_func ("/activity-text/csv", test_csv);
  g_test_add_func ("/activity-text/json", test_json);

  return g_test_run ();
}
