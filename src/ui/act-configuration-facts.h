/* What an integration is: its facts and its settings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-configuration.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONFIGURATION_FACTS (act_configuration_facts_get_type ())

G_DECLARE_FINAL_TYPE (ActConfigurationFacts, act_configuration_facts, ACT, CONFIGURATION_FACTS, GtkWidget)

GtkWidget *act_configuration_facts_new                 (void);
void       act_configuration_facts_set_configuration   (ActConfigurationFacts             *self,
                                                        const ActIntegrationConfiguration *configuration);
void       act_configuration_facts_set_credential_name (ActConfigurationFacts             *self,
                                                        const char                        *name);

G_END_DECLS
