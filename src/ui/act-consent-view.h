/* Leads to the Console where a person must consent, and waits for it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONSENT_VIEW (act_consent_view_get_type ())

/**
 * ActConsentView:
 *
 * Opens the Console and then looks every few seconds whether the other system accepts the
 * integration, for as long as the view is there, ten minutes at most. Signal: `authorized`
 * (ActIntegrationConfiguration).
 */
G_DECLARE_FINAL_TYPE (ActConsentView, act_consent_view, ACT, CONSENT_VIEW, GtkWidget)

GtkWidget *act_consent_view_new  (void);
void       act_consent_view_set  (ActConsentView                    *self,
                                  ActSession                        *session,
                                  const ActIntegrationConfiguration *configuration);
void       act_consent_view_stop (ActConsentView                    *self);

G_END_DECLS
