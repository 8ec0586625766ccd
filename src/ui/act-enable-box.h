/* Asks whether an integration that is disabled is to be enabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_ENABLE_BOX (act_enable_box_get_type ())

/**
 * ActEnableBox:
 *
 * A question with its button, and what came of it. Hidden for an integration that is enabled. Signal:
 * `enabled` (ActIntegrationConfiguration): as the server has it now.
 */
G_DECLARE_FINAL_TYPE (ActEnableBox, act_enable_box, ACT, ENABLE_BOX, GtkWidget)

GtkWidget *act_enable_box_new (void);
void       act_enable_box_set (ActEnableBox                      *self,
                               ActSession                        *session,
                               const ActIntegrationConfiguration *configuration);

G_END_DECLS
