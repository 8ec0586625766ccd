/* Why an integration was disabled, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-earlier-error-text.h"

#include <string.h>

static void
check_summary (guint       n_unknown,
               guint       n_unresolved,
               guint       n_resolved,
               const char *expected)
{
  g_autoptr (GPtrArray) causes = g_ptr_array_new_with_free_func ((GDestroyNotify) act_earlier_error_free);
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_unknown + n_unresolved + n_resolved; i++)
    {
      ActEarlierError *cause = act_earlier_error_new (record);

      cause->state = i < n_unknown                  ? ACT_EARLIER_ERROR_UNKNOWN
                     : i < n_unknown + n_unresolved ? ACT_EARLIER_ERROR_UNRESOLVED
                                                    : ACT_EARLIER_ERROR_RESOLVED;
      g_ptr_array_add (causes, cause);
    }

  text = act_earlier_error_text_summary (causes);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (act_earlier_error_text_count (causes, ACT_EARLIER_ERROR_RESOLVED), ==, n_resolved);
}

static void
test_summary (void)
{
  check_summary (0, 0, 0, "No earlier errors of this integration are known here.");
  check_summary (0, 0, 10, "All causes look resolved.");
  check_summary (0, 1, 9, "1 cause looks unresolved.");
  check_summary (3, 7, 0, "7 causes look unresolved. Of 3 it cannot be told.");
  check_summary (1, 0, 9, "No cause looks unresolved. Of 1 it cannot be told.");
}

static void
test_words (void)
{
  for (guint state = 0; state <= ACT_EARLIER_ERROR_RESOLVED; state++)
    g_assert_cmpuint (strlen (act_earlier_error_text_state ((ActEarlierErrorState) state)), >, 0);
  for (guint reason = 0; reason < ACT_N_EARLIER_ERROR_REASONS; reason++)
    g_assert_true (g_str_has_suffix (act_earlier_error_text_reason ((ActEarlierErrorReason) reason), "."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cause-text/summary", test_summary);
  g_test_add_func ("/cause-text/words", test_words);

  return g_test_run ();
}
