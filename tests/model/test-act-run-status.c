/* What the statuses of integration runs mean
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-status.h"

static void
test_names (void)
{
  for (int status = 0; status < ACT_N_RUN_STATUSES; status++)
    {
      const char *name = act_run_status_get_name ((ActRunStatus) status);

      g_assert_cmpint (act_run_status_from_name (name), ==, status);
      g_assert_true ((name == NULL) == (status == ACT_RUN_STATUS_OTHER));
    }
}

/* The API's word list may grow. */
static void
test_unknown_names (void)
{
  static const char *const names[] = { "", "complete", "COMPLETE ", "PAUSED", "error", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (act_run_status_from_name (names[i]), ==, ACT_RUN_STATUS_OTHER);
  g_assert_cmpint (act_run_status_from_name (NULL), ==, ACT_RUN_STATUS_OTHER);
}

static void
test_words (void)
{
  for (int status = 0; status < ACT_N_RUN_STATUSES; status++)
    {
      for (int other = 0; other < status; other++)
        {
          g_assert_cmpstr (act_run_status_get_label ((ActRunStatus) status), !=, act_run_status_get_label ((ActRunStatus) other));
          g_assert_cmpstr (act_run_status_get_meaning ((ActRunStatus) status), !=, act_run_status_get_meaning ((ActRunStatus) other));
        }
      g_assert_nonnull (act_run_status_get_label ((ActRunStatus) status));
      g_assert_true (g_str_has_suffix (act_run_status_get_meaning ((ActRunStatus) status), "."));
    }
}

/* Who waits for a run to end must neither stop too soon nor wait for ever. */
static void
test_outcomes (void)
{
  static const struct
  {
    ActRunStatus  status;
    ActRunOutcome outcome;
    gboolean      is_final;
  } samples[] = {
    { ACT_RUN_STATUS_WAITING, ACT_RUN_OUTCOME_RUNNING, FALSE },
    { ACT_RUN_STATUS_STARTED, ACT_RUN_OUTCOME_RUNNING, FALSE },
    { ACT_RUN_STATUS_COMPLETE, ACT_RUN_OUTCOME_SUCCEEDED, TRUE },
    { ACT_RUN_STATUS_ERROR, ACT_RUN_OUTCOME_FAILED, TRUE },
    { ACT_RUN_STATUS_AWAITING_RETRY, ACT_RUN_OUTCOME_RETRYING, FALSE },
    { ACT_RUN_STATUS_RATE_LIMIT_RETRY, ACT_RUN_OUTCOME_RETRYING, FALSE },
    { ACT_RUN_STATUS_AUTH_FAILED, ACT_RUN_OUTCOME_FAILED, TRUE },
    { ACT_RUN_STATUS_ACCOUNTING_PERIOD_CLOSED, ACT_RUN_OUTCOME_FAILED, TRUE },
    { ACT_RUN_STATUS_INVOICE_ALREADY_PAID, ACT_RUN_OUTCOME_FAILED, TRUE },
    { ACT_RUN_STATUS_DISABLED, ACT_RUN_OUTCOME_FAILED, TRUE },
    { ACT_RUN_STATUS_TIMEOUT_LIMIT_EXCEEDED, ACT_RUN_OUTCOME_FAILED, TRUE },
    { ACT_RUN_STATUS_OTHER, ACT_RUN_OUTCOME_UNKNOWN, FALSE },
  };

  g_assert_cmpuint (G_N_ELEMENTS (samples), ==, ACT_N_RUN_STATUSES);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_assert_cmpint (act_run_status_get_outcome (samples[i].status), ==, samples[i].outcome);
      g_assert_cmpint (act_run_status_is_final (samples[i].status), ==, samples[i].is_final);
    }
}

/* Colour is not all that tells them apart. */
static void
test_icons (void)
{
  for (int outcome = 0; outcome < ACT_N_RUN_OUTCOMES; outcome++)
    {
      for (int other = 0; other < outcome; other++)
        g_assert_cmpstr (act_run_outcome_get_icon_name ((ActRunOutcome) outcome), !=,
                         act_run_outcome_get_icon_name ((ActRunOutcome) other));
      g_assert_true (g_str_has_suffix (act_run_outcome_get_icon_name ((ActRunOutcome) outcome), "-symbolic"));
    }
}

static void
test_out_of_range (void)
{
  static const int values[] = { -1, ACT_N_RUN_STATUSES, G_MAXINT };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      ActRunStatus status = (ActRunStatus) values[i];

      g_assert_null (act_run_status_get_name (status));
      g_assert_cmpstr (act_run_status_get_label (status), ==, act_run_status_get_label (ACT_RUN_STATUS_OTHER));
      g_assert_cmpint (act_run_status_get_outcome (status), ==, ACT_RUN_OUTCOME_UNKNOWN);
      g_assert_cmpstr (act_run_outcome_get_icon_name ((ActRunOutcome) values[i]), ==,
                       act_run_outcome_get_icon_name (ACT_RUN_OUTCOME_UNKNOWN));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-status/names", test_names);
  g_test_add_func ("/run-status/unknown-names", test_unknown_names);
  g_test_add_func ("/run-status/words", test_words);
  g_test_add_func ("/run-status/outcomes", test_outcomes);
  g_test_add_func ("/run-status/icons", test_icons);
  g_test_add_func ("/run-status/out-of-range", test_out_of_range);

  return g_test_run ();
}
