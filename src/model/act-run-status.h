/* What the status of an integration run means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActRunStatus:
 * @ACT_RUN_STATUS_WAITING: queued
 * @ACT_RUN_STATUS_STARTED: running
 * @ACT_RUN_STATUS_COMPLETE: done
 * @ACT_RUN_STATUS_ERROR: failed
 * @ACT_RUN_STATUS_AWAITING_RETRY: failed, and tried again by the server
 * @ACT_RUN_STATUS_RATE_LIMIT_RETRY: slowed down by the other system, and tried again by the server
 * @ACT_RUN_STATUS_AUTH_FAILED: the credential was refused
 * @ACT_RUN_STATUS_ACCOUNTING_PERIOD_CLOSED: the other system has closed the period
 * @ACT_RUN_STATUS_INVOICE_ALREADY_PAID: the invoice cannot change there any more
 * @ACT_RUN_STATUS_DISABLED: the configuration was disabled
 * @ACT_RUN_STATUS_TIMEOUT_LIMIT_EXCEEDED: it took too long
 * @ACT_RUN_STATUS_OTHER: any other word
 *
 * The words are those of the API's description; what they mean is not documented, so the meanings
 * are our reading of them.
 */
typedef enum
{
  ACT_RUN_STATUS_WAITING,
  ACT_RUN_STATUS_STARTED,
  ACT_RUN_STATUS_COMPLETE,
  ACT_RUN_STATUS_ERROR,
  ACT_RUN_STATUS_AWAITING_RETRY,
  ACT_RUN_STATUS_RATE_LIMIT_RETRY,
  ACT_RUN_STATUS_AUTH_FAILED,
  ACT_RUN_STATUS_ACCOUNTING_PERIOD_CLOSED,
  ACT_RUN_STATUS_INVOICE_ALREADY_PAID,
  ACT_RUN_STATUS_DISABLED,
  ACT_RUN_STATUS_TIMEOUT_LIMIT_EXCEEDED,
  ACT_RUN_STATUS_OTHER,
} ActRunStatus;

#define ACT_N_RUN_STATUSES (ACT_RUN_STATUS_OTHER + 1)

/**
 * ActRunOutcome:
 * @ACT_RUN_OUTCOME_RUNNING: it has not ended
 * @ACT_RUN_OUTCOME_SUCCEEDED: it ended well
 * @ACT_RUN_OUTCOME_RETRYING: it failed, and the server tries again by itself
 * @ACT_RUN_OUTCOME_FAILED: it failed for good
 * @ACT_RUN_OUTCOME_UNKNOWN: the status is not known here
 */
typedef enum
{
  ACT_RUN_OUTCOME_RUNNING,
  ACT_RUN_OUTCOME_SUCCEEDED,
  ACT_RUN_OUTCOME_RETRYING,
  ACT_RUN_OUTCOME_FAILED,
  ACT_RUN_OUTCOME_UNKNOWN,
} ActRunOutcome;

#define ACT_N_RUN_OUTCOMES (ACT_RUN_OUTCOME_UNKNOWN + 1)

ActRunStatus   act_run_status_from_name    (const char    *name);
const char    *act_run_status_get_name     (ActRunStatus   status);
const char    *act_run_status_get_label    (ActRunStatus   status);
const char    *act_run_status_get_meaning  (ActRunStatus   status);
ActRunOutcome  act_run_status_get_outcome  (ActRunStatus   status);
gboolean       act_run_status_is_final     (ActRunStatus   status);
const char    *act_run_outcome_get_icon_name (ActRunOutcome outcome);

G_END_DECLS
