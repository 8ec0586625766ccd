/* Changes that wait for the server: mappings to create, integrations to enable
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-external-mapping.h"
#include "act-integration-configuration.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_queue_mapping_async   (ActSession                         *self,
                                              const ActExternalMapping           *mapping,
                                              gint64                              replaced_change,
                                              GCancellable                       *cancellable,
                                              GAsyncReadyCallback                 callback,
                                              gpointer                            user_data);
gboolean   act_session_queue_mapping_finish  (ActSession                         *self,
                                              GAsyncResult                       *result,
                                              GError                            **error);
void       act_session_queue_enable_async    (ActSession                         *self,
                                              const ActIntegrationConfiguration  *configuration,
                                              GCancellable                       *cancellable,
                                              GAsyncReadyCallback                 callback,
                                              gpointer                            user_data);
gboolean   act_session_queue_enable_finish   (ActSession                         *self,
                                              GAsyncResult                       *result,
                                              GError                            **error);
void       act_session_list_changes_async    (ActSession                         *self,
                                              GCancellable                       *cancellable,
                                              GAsyncReadyCallback                 callback,
                                              gpointer                            user_data);
GPtrArray *act_session_list_changes_finish   (ActSession                         *self,
                                              GAsyncResult                       *result,
                                              GError                            **error);
void       act_session_discard_change_async  (ActSession                         *self,
                                              gint64                              change_id,
                                              GCancellable                       *cancellable,
                                              GAsyncReadyCallback                 callback,
                                              gpointer                            user_data);
gboolean   act_session_discard_change_finish (ActSession                         *self,
                                              GAsyncResult                       *result,
                                              GError                            **error);

ActExternalMapping          *act_session_get_mapping_of_change       (const ActChange *change);
ActIntegrationConfiguration *act_session_get_configuration_of_change (const ActChange *change);

char *act_session_dup_name_of_change (const ActChange *change);

G_END_DECLS
