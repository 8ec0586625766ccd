/* The calls about integration configurations
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-integration-configuration.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void                         act_client_list_configurations_async   (ActClient                          *self,
                                                                     const char                         *next_token,
                                                                     GCancellable                       *cancellable,
                                                                     GAsyncReadyCallback                 callback,
                                                                     gpointer                            user_data);
GPtrArray                   *act_client_list_configurations_finish  (ActClient                          *self,
                                                                     GAsyncResult                       *result,
                                                                     char                              **next_token,
                                                                     GError                            **error);
void                         act_client_read_configuration_async    (ActClient                          *self,
                                                                     const char                         *configuration_id,
                                                                     GCancellable                       *cancellable,
                                                                     GAsyncReadyCallback                 callback,
                                                                     gpointer                            user_data);
ActIntegrationConfiguration *act_client_read_configuration_finish   (ActClient                          *self,
                                                                     GAsyncResult                       *result,
                                                                     GError                            **error);
void                         act_client_update_configuration_async  (ActClient                          *self,
                                                                     const ActIntegrationConfiguration  *configuration,
                                                                     GCancellable                       *cancellable,
                                                                     GAsyncReadyCallback                 callback,
                                                                     gpointer                            user_data);
ActIntegrationConfiguration *act_client_update_configuration_finish (ActClient                          *self,
                                                                     GAsyncResult                       *result,
                                                                     GError                            **error);
void                         act_client_enable_configuration_async  (ActClient                          *self,
                                                                     const char                         *configuration_id,
                                                                     GCancellable                       *cancellable,
                                                                     GAsyncReadyCallback                 callback,
                                                                     gpointer                            user_data);
ActIntegrationConfiguration *act_client_enable_configuration_finish (ActClient                          *self,
                                                                     GAsyncResult                       *result,
                                                                     GError                            **error);

G_END_DECLS
