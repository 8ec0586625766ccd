/* Causes in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-text.h"

/* 2026-03-04T05:06:07Z */
#define TIME   G_GINT64_CONSTANT (1772600767000)
#define MINUTE G_GINT64_CONSTANT (60000)

static ActCause *
make_cause (void)
{
  ActCause *cause = act_cause_new ();

  cause->name = g_strdup ("integration.perform.error");
  cause->integration = g_strdup ("Invoices\nof\xe2\x80\xae all");
  cause->destination = g_strdup ("Chargebee");
  cause->message = g_strdup ("HTTP 503\n<b>no</b>");
  cause->count = 12;
  cause->open = 12;
  cause->first = TIME - 30 * MINUTE;
  cause->last = TIME;

  return cause;
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* What comes from outside is one line, and nothing in it turns what follows around. */
static void
test_words (void)
{
  g_autoptr (ActCause) cause = make_cause ();
  g_autofree char *name = act_cause_text_name (cause);

  g_assert_null (g_strrstr (name, "\n"));
  g_assert_null (g_strrstr (name, "\xe2\x80\xae"));
  g_assert_true (g_str_has_prefix (name, "integration.perform.error · Invoices"));
  g_clear_pointer (&cause->integration, g_free);
  assert_text (act_cause_text_name (cause), "integration.perform.error · Chargebee");
  g_clear_pointer (&cause->destination, g_free);
  assert_text (act_cause_text_name (cause), "integration.perform.error");

  g_clear_pointer (&name, g_free);
  name = act_cause_text_message (cause);
  g_assert_null (g_strrstr (name, "\n"));
  g_assert_nonnull (g_strrstr (name, "<b>no</b>"));
  g_clear_pointer (&cause->message, g_free);
  assert_text (act_cause_text_message (cause), "No message");
}

static void
test_time (void)
{
  g_autoptr (ActCause) cause = make_cause ();

  assert_text (act_cause_text_time (cause, TIME), "4 Mar 04:36 – 4 Mar 05:06");
  cause->first = cause->last;
  assert_text (act_cause_text_time (cause, TIME), "4 Mar 05:06");
}

static void
test_spoken (void)
{
  g_autoptr (ActCause) cause = make_cause ();
  g_autofree char *all_open = NULL;
  g_autofree char *some_open = NULL;

  g_clear_pointer (&cause->integration, g_free);
  all_open = act_cause_text_accessible_name (cause, TIME);
  g_assert_true (g_str_has_prefix (all_open, "integration.perform.error · Chargebee, 12 events, first 4 March 04:36, "
                                             "last 4 March 05:06, HTTP 503"));
  cause->open = 1;
  some_open = act_cause_text_accessible_name (cause, TIME);
  g_assert_nonnull (g_strrstr (some_open, ", 12 events, 1 open, "));
  assert_text (act_cause_text_select (cause), "Select 1 event, integration.perform.error");
  cause->open = 2;
  assert_text (act_cause_text_select (cause), "Select 2 events, integration.perform.error");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cause-text/words", test_words);
  g_test_add_func ("/cause-text/time", test_time);
  g_test_add_func ("/cause-text/spoken", test_spoken);

  return g_test_run ();
}
