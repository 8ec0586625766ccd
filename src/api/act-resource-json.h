/* What the store keeps of the server, as JSON and as plain data
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential.h"
#include "act-difference.h"
#include "act-external-mapping.h"
#include "act-integration-configuration.h"
#include "act-integration-run.h"
#include "act-mapping-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

ActIntegrationRun           *act_integration_run_from_json                  (const char                *json,
                                                                             GError                   **error);
ActIntegrationConfiguration *act_integration_configuration_from_json        (const char                *json,
                                                                             GError                   **error);
char                        *act_integration_configuration_change_json      (const char                *json,
                                                                             const char                *credentials_id,
                                                                             gint64                     version);
GPtrArray                   *act_integration_configuration_list_differences (const char                *before,
                                                                             const char                *ours,
                                                                             const char                *theirs);
GPtrArray                   *act_integration_configuration_list_settings    (const char                *json);
char                        *act_integration_configuration_hide_secrets     (const char                *json);
ActExternalMapping          *act_external_mapping_from_json                 (const char                *json,
                                                                             GError                   **error);
char                        *act_external_mapping_to_json                   (const ActExternalMapping  *self);
ActMappingOptions           *act_mapping_options_from_json                  (const char                *json,
                                                                             GError                   **error);
GPtrArray                   *act_external_records_from_json                 (const char                *json,
                                                                             GError                   **error);
char                        *act_external_records_to_json                   (GPtrArray                 *records);
ActCredential               *act_credential_from_json                       (const char                *json,
                                                                             GError                   **error);
char                        *act_credential_to_json                         (const ActCredential       *self);

G_END_DECLS
