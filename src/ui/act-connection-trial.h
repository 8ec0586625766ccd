/* Tests what is entered in a dialog about a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-outcome.h"
#include "act-connection-report.h"
#include "act-connections.h"

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_TRIAL (act_connection_trial_get_type ())

/**
 * ActConnectionTrial:
 *
 * One test at a time, and what came of the last one, in an #ActConnectionOutcome. Signal: `finished`
 * (gboolean: whether it works and was to be kept then; otherwise it says what was found).
 */
G_DECLARE_FINAL_TYPE (ActConnectionTrial, act_connection_trial, ACT, CONNECTION_TRIAL, GObject)

ActConnectionTrial        *act_connection_trial_new            (ActConnectionOutcome *outcome,
                                                                ActConnections       *connections,
                                                                gboolean              is_new);
void                       act_connection_trial_start          (ActConnectionTrial   *self,
                                                                ActConnection        *connection,
                                                                const char           *secret,
                                                                gboolean              keep);
void                       act_connection_trial_forget         (ActConnectionTrial   *self);
ActConnection             *act_connection_trial_get_connection (ActConnectionTrial   *self);
const ActConnectionReport *act_connection_trial_get_report     (ActConnectionTrial   *self);

G_END_DECLS
