/* Integration configurations and credentials in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential.h"
#include "act-finding.h"
#include "act-integration-configuration.h"

#include <glib.h>

G_BEGIN_DECLS

char       *act_configuration_text_name       (const ActIntegrationConfiguration *configuration);
char       *act_configuration_text_subject    (const ActIntegrationConfiguration *configuration);
const char *act_configuration_text_enabled    (const ActIntegrationConfiguration *configuration);
const char *act_configuration_text_authorized (const ActIntegrationConfiguration *configuration);
char       *act_configuration_text_credential (const ActCredential               *credential);
char       *act_configuration_text_type       (const char                        *type);
char       *act_configuration_text_member     (const char                        *member);
char       *act_configuration_text_value      (const char                        *json);
const char *act_configuration_text_finding    (ActFindingWay                      way);

G_END_DECLS
