/* What came of an authorization, and what to do next
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_AUTHORIZATION_RESULT (act_authorization_result_get_type ())

/**
 * ActAuthorizationResult:
 *
 * Whether the other system accepts the integration now; then it asks to enable it, shows the latest
 * run and offers to mark what this has put right. Signals: `change`, the user wants another
 * credential; `close`; `enabled` (ActIntegrationConfiguration), it was enabled here.
 */
G_DECLARE_FINAL_TYPE (ActAuthorizationResult, act_authorization_result, ACT, AUTHORIZATION_RESULT, GtkWidget)

GtkWidget *act_authorization_result_new  (void);
void       act_authorization_result_show (ActAuthorizationResult            *self,
                                          ActSession                        *session,
                                          const ActIntegrationConfiguration *configuration,
                                          const char                        *credential_name,
                                          const ActEventRecord              *record,
                                          gboolean                           already);

G_END_DECLS
