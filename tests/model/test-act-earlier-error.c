/* What is found out about the causes of a disabled integration
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-earlier-error.h"

static ActEarlierError *
make_cause (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();

  record->event = act_event_new ();
  record->event->id = g_strdup ("e1");

  return act_earlier_error_new (record);
}

static void
test_new (void)
{
  g_autoptr (ActEarlierError) cause = make_cause ();

  g_assert_cmpstr (cause->record->event->id, ==, "e1");
  g_assert_cmpint (cause->state, ==, ACT_EARLIER_ERROR_UNKNOWN);
  g_assert_cmpint (cause->reason, ==, ACT_EARLIER_ERROR_NOT_CHECKED);
  act_earlier_error_free (NULL);
}

/* What was wrong some time ago may be right by now; what was right is taken to be so still. */
static void
test_judge (void)
{
  for (guint i = 0; i < ACT_N_EARLIER_ERROR_REASONS; i++)
    {
      g_autoptr (ActEarlierError) fresh = make_cause ();
      g_autoptr (ActEarlierError) stale = make_cause ();

      act_earlier_error_judge (fresh, (ActEarlierErrorReason) i, FALSE);
      act_earlier_error_judge (stale, (ActEarlierErrorReason) i, TRUE);
      g_assert_cmpint (fresh->reason, ==, i);
      g_assert_cmpint (fresh->state == ACT_EARLIER_ERROR_UNKNOWN, ==, i == ACT_EARLIER_ERROR_NOT_CHECKED);
      if (fresh->state == ACT_EARLIER_ERROR_RESOLVED)
        g_assert_cmpint (stale->reason, ==, i);
      else
        g_assert_cmpint (stale->reason, ==, ACT_EARLIER_ERROR_NOT_CHECKED);
      g_assert_cmpint (stale->state, !=, ACT_EARLIER_ERROR_UNRESOLVED);
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
