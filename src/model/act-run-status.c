/* What the status of an integration run means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-status.h"

#include <glib/gi18n.h>

typedef struct
{
  const char   *name; /* (nullable) */
  const char   *label;
  const char   *meaning;
  ActRunOutcome outcome;
} ActRunStatusRow;

/* The texts are only marked here; the front ends translate them. */
static const ActRunStatusRow statuses[ACT_N_RUN_STATUSES] = {
  [ACT_RUN_STATUS_WAITING] = {
      "WAITING",
      NC_ ("run status", "Waiting"),
      N_ ("It is queued and has not started yet."),
      ACT_RUN_OUTCOME_RUNNING,
  },
  [ACT_RUN_STATUS_STARTED] = {
      "STARTED",
      NC_ ("run status", "Running"),
      N_ ("It has started and has not ended yet."),
      ACT_RUN_OUTCOME_RUNNING,
  },
  [ACT_RUN_STATUS_COMPLETE] = {
      "COMPLETE",
      NC_ ("run status", "Complete"),
      N_ ("It ended without an error."),
      ACT_RUN_OUTCOME_SUCCEEDED,
  },
  [ACT_RUN_STATUS_ERROR] = {
      "ERROR",
      NC_ ("run status", "Failed"),
      N_ ("It ended with an error."),
      ACT_RUN_OUTCOME_FAILED,
  },
  [ACT_RUN_STATUS_AWAITING_RETRY] = {
      "AWAITING_RETRY",
      NC_ ("run status", "Will be tried again"),
      N_ ("It failed, and the server is going to try it again by itself."),
      ACT_RUN_OUTCOME_RETRYING,
  },
  [ACT_RUN_STATUS_RATE_LIMIT_RETRY] = {
      "RATE_LIMIT_RETRY",
      NC_ ("run status", "Slowed down"),
      N_ ("The other system takes no more calls for now. The server is going to try it again by "
          "itself."),
      ACT_RUN_OUTCOME_RETRYING,
  },
  [ACT_RUN_STATUS_AUTH_FAILED] = {
      "AUTH_FAILED",
      NC_ ("run status", "Not authorized"),
      N_ ("The other system did not accept the credential."),
      ACT_RUN_OUTCOME_FAILED,
  },
  [ACT_RUN_STATUS_ACCOUNTING_PERIOD_CLOSED] = {
      "ACCOUNTING_PERIOD_CLOSED",
      NC_ ("run status", "Accounting period closed"),
      N_ ("The other system has closed the accounting period. It must be opened there, or the date "
          "changed."),
      ACT_RUN_OUTCOME_FAILED,
  },
  [ACT_RUN_STATUS_INVOICE_ALREADY_PAID] = {
      "INVOICE_ALREADY_PAID",
      NC_ ("run status", "Invoice already paid"),
      N_ ("The invoice is paid in the other system and cannot change there any more."),
      ACT_RUN_OUTCOME_FAILED,
  },
  [ACT_RUN_STATUS_DISABLED] = {
      "DISABLED",
      NC_ ("run status", "Integration disabled"),
      N_ ("It did not run, since the integration was disabled."),
      ACT_RUN_OUTCOME_FAILED,
  },
  [ACT_RUN_STATUS_TIMEOUT_LIMIT_EXCEEDED] = {
      "TIMEOUT_LIMIT_EXCEEDED",
      NC_ ("run status", "Took too long"),
      N_ ("It was ended because it took too long. The other system may have done its part all the "
          "same."),
      ACT_RUN_OUTCOME_FAILED,
  },
  [ACT_RUN_STATUS_OTHER] = {
      NULL,
      NC_ ("run status", "Unknown"),
      N_ ("This status is not known here."),
      ACT_RUN_OUTCOME_UNKNOWN,
  },
};

static const char *const outcome_icon_names[ACT_N_RUN_OUTCOMES] = {
  [ACT_RUN_OUTCOME_RUNNING] = "media-playback-start-symbolic",
  [ACT_RUN_OUTCOME_SUCCEEDED] = "emblem-ok-symbolic",
  [ACT_RUN_OUTCOME_RETRYING] = "view-refresh-symbolic",
  [ACT_RUN_OUTCOME_FAILED] = "dialog-error-symbolic",
  [ACT_RUN_OUTCOME_UNKNOWN] = "dialog-question-symbolic",
};

static const ActRunStatusRow *
get_row (ActRunStatus status)
{
  if ((guint) status >= ACT_N_RUN_STATUSES)
    return &statuses[ACT_RUN_STATUS_OTHER];

  return &statuses[status];
}

/**
 * act_run_status_from_name:
 * @name: (nullable): a status, as the API writes it
 *
 * Finds what a status means. Any thread.
 *
 * Returns: the status, %ACT_RUN_STATUS_OTHER for a word that is not in the table
 */
ActRunStatus
act_run_status_from_name (const char *name)
{
  for (guint i = 0; i < ACT_N_RUN_STATUSES; i++)
    {
      if (statuses[i].name != NULL && g_strcmp0 (statuses[i].name, name) == 0)
        return (ActRunStatus) i;
    }

  return ACT_RUN_STATUS_OTHER;
}

/**
 * act_run_status_get_name:
 * @status: a status
 *
 * Returns: (nullable): the word, as the API writes it; %NULL for %ACT_RUN_STATUS_OTHER
 */
const char *
act_run_status_get_name (ActRunStatus status)
{
  return get_row (status)->name;
}

/**
 * act_run_status_get_label:
 * @status: a status
 *
 * Returns: what it is called, not translated; its context is "run status"
 */
const char *
act_run_status_get_label (ActRunStatus status)
{
  return get_row (status)->label;
}

/**
 * act_run_status_get_meaning:
 * @status: a status
 *
 * Returns: what it means in one or two sentences, not translated
 */
const char *
act_run_status_get_meaning (ActRunStatus status)
{
  return get_row (status)->meaning;
}

/**
 * act_run_status_get_outcome:
 * @status: a status
 *
 * Returns: how a run with this status stands
 */
ActRunOutcome
act_run_status_get_outcome (ActRunStatus status)
{
  return get_row (status)->outcome;
}

/**
 * act_run_status_is_final:
 * @status: a status
 *
 * Tells whether a run with this status changes any more; one with a status that is not known may.
 *
 * Returns: whether it has ended for good
 */
gboolean
act_run_status_is_final (ActRunStatus status)
{
  ActRunOutcome outcome = act_run_status_get_outcome (status);

  return outcome == ACT_RUN_OUTCOME_SUCCEEDED || outcome == ACT_RUN_OUTCOME_FAILED;
}

/**
 * act_run_outcome_get_icon_name:
 * @outcome: an outcome
 *
 * Returns: the name of a symbolic icon
 */
const char *
act_run_outcome_get_icon_name (ActRunOutcome outcome)
{
  if ((guint) outcome >= ACT_N_RUN_OUTCOMES)
    outcome = ACT_RUN_OUTCOME_UNKNOWN;

  return outcome_icon_names[outcome];
}
