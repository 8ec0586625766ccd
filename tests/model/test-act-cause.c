/* What is found out about the causes of a disabled integration
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause.h"

static ActCause *
make_cause (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();

  record->event = act_event_new ();
  record->event->id = g_strdup ("e1");

  return act_cause_new (record);
}

static void
test_new (void)
{
  g_autoptr (ActCause) cause = make_cause ();

  g_assert_cmpstr (cause->record->event->id, ==, "e1");
  g_assert_cmpint (cause->state, ==, ACT_CAUSE_UNKNOWN);
  g_assert_cmpint (cause->reason, ==, ACT_CAUSE_NOT_CHECKED);
  act_cause_free (NULL);
}

/* What was wrong some time ago may be right by now; what was right is taken to be so still. */
static void
test_judge (void)
{
  for (guint i = 0; i < ACT_N_CAUSE_REASONS; i++)
    {
      g_autoptr (ActCause) fresh = make_cause ();
      g_autoptr (ActCause) stale = make_cause ();

      act_cause_judge (fresh, (ActCauseReason) i, FALSE);
      act_cause_judge (stale, (ActCauseReason) i, TRUE);
      g_assert_cmpint (fresh->reason, ==, i);
      g_assert_cmpint (fresh->state == ACT_CAUSE_UNKNOWN, ==, i == ACT_CAUSE_NOT_CHECKED);
      if (fresh->state == ACT_CAUSE_RESOLVED)
        g_assert_cmpint (stale->reason, ==, i);
      else
        g_assert_cmpint (stale->reason, ==, ACT_CAUSE_NOT_CHECKED);
      g_assert_cmpint (stale->state, !=, ACT_CAUSE_UNRESOLVED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cause/new", test_new);
  g_test_add_func ("/cause/judge", test_judge);

  return g_test_run ();
}
