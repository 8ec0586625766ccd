/* What came of enabling an integration again, and what to do next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RE_ENABLE_RESULT (act_re_enable_result_get_type ())

/**
 * ActReEnableOutcome:
 * @ACT_RE_ENABLE_DONE: it was enabled here
 * @ACT_RE_ENABLE_ALREADY: somebody else had enabled it
 * @ACT_RE_ENABLE_QUEUED: it waits until the server is back
 * @ACT_RE_ENABLE_NOT_DONE: the server accepted the call, but it is still disabled
 *
 * What came of it.
 */
typedef enum
{
  ACT_RE_ENABLE_DONE,
  ACT_RE_ENABLE_ALREADY,
  ACT_RE_ENABLE_QUEUED,
  ACT_RE_ENABLE_NOT_DONE,
} ActReEnableOutcome;

/**
 * ActReEnableResult:
 *
 * Signal: `close`.
 */
G_DECLARE_FINAL_TYPE (ActReEnableResult, act_re_enable_result, ACT, RE_ENABLE_RESULT, GtkWidget)

GtkWidget *act_re_enable_result_new  (void);
void       act_re_enable_result_show (ActReEnableResult                 *self,
                                      ActSession                        *session,
                                      ActReEnableOutcome                 outcome,
                                      const ActIntegrationConfiguration *configuration,
                                      const ActEventRecord              *record);

G_END_DECLS
