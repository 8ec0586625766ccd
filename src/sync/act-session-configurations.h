/* Integration configurations: finding, reading, changing and enabling them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-difference.h"
#include "act-finding.h"
#include "act-integration-configuration.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActConfigurationConflict:
 * @theirs: the configuration as somebody else left it
 * @differences: (element-type ActDifference): what differs
 *
 * Why a configuration was not changed: somebody else changed it meanwhile. To change it all the
 * same, hand @theirs to act_session_link_credential_async().
 */
typedef struct
{
  ActIntegrationConfiguration *theirs;
  GPtrArray                   *differences;
} ActConfigurationConflict;

void act_configuration_conflict_free (ActConfigurationConflict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConfigurationConflict, act_configuration_conflict_free)

void                         act_session_find_configurations_async   (ActSession                         *self,
                                                                      const ActEventRecord               *record,
                                                                      GCancellable                       *cancellable,
                                                                      GAsyncReadyCallback                 callback,
                                                                      gpointer                            user_data);
ActConfigurationFinding     *act_session_find_configurations_finish  (ActSession                         *self,
                                                                      GAsyncResult                       *result,
                                                                      GError                            **error);
void                         act_session_list_configurations_async   (ActSession                         *self,
                                                                      GCancellable                       *cancellable,
                                                                      GAsyncReadyCallback                 callback,
                                                                      gpointer                            user_data);
GPtrArray                   *act_session_list_configurations_finish  (ActSession                         *self,
                                                                      GAsyncResult                       *result,
                                                                      ActFreshness                      **freshness,
                                                                      GError                            **error);
void                         act_session_read_configuration_async    (ActSession                         *self,
                                                                      const char                         *configuration_id,
                                                                      GCancellable                       *cancellable,
                                                                      GAsyncReadyCallback                 callback,
                                                                      gpointer                            user_data);
ActIntegrationConfiguration *act_session_read_configuration_finish   (ActSession                         *self,
                                                                      GAsyncResult                       *result,
                                                                      ActFreshness                      **freshness,
                                                                      GError                            **error);
void                         act_session_link_credential_async       (ActSession                         *self,
                                                                      const ActIntegrationConfiguration  *configuration,
                                                                      const char                         *credentials_id,
                                                                      GCancellable                       *cancellable,
                                                                      GAsyncReadyCallback                 callback,
                                                                      gpointer                            user_data);
ActIntegrationConfiguration *act_session_link_credential_finish      (ActSession                         *self,
                                                                      GAsyncResult                       *result,
                                                                      ActConfigurationConflict          **conflict,
                                                                      GError                            **error);
void                         act_session_enable_configuration_async  (ActSession                         *self,
                                                                      const char                         *configuration_id,
                                                                      GCancellable                       *cancellable,
                                                                      GAsyncReadyCallback                 callback,
                                                                      gpointer                            user_data);
ActIntegrationConfiguration *act_session_enable_configuration_finish (ActSession                         *self,
                                                                      GAsyncResult                       *result,
                                                                      gboolean                           *was_enabled,
                                                                      GError                            **error);

GPtrArray *act_session_list_settings (const ActIntegrationConfiguration *configuration);

G_END_DECLS
