/* The calls about external mappings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-external-mapping.h"
#include "act-mapping-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void                act_client_read_mapping_options_async     (ActClient                 *self,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
ActMappingOptions  *act_client_read_mapping_options_finish    (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               GError                   **error);
void                act_client_list_mappings_async            (ActClient                 *self,
                                                               const char                *external_system,
                                                               const char                *next_token,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
GPtrArray          *act_client_list_mappings_finish           (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               char                     **next_token,
                                                               GError                   **error);
void                act_client_list_mappings_of_entity_async  (ActClient                 *self,
                                                               const char                *entity_type,
                                                               const char                *entity_id,
                                                               const char                *next_token,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
GPtrArray          *act_client_list_mappings_of_entity_finish (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               char                     **next_token,
                                                               GError                   **error);
void                act_client_list_mappings_of_record_async  (ActClient                 *self,
                                                               const char                *external_system,
                                                               const char                *external_table,
                                                               const char                *external_id,
                                                               const char                *next_token,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
GPtrArray          *act_client_list_mappings_of_record_finish (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               char                     **next_token,
                                                               GError                   **error);
void                act_client_list_external_records_async    (ActClient                 *self,
                                                               const char                *external_system,
                                                               const char                *entity_type,
                                                               const char                *external_table,
                                                               const char                *credentials_id,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
GPtrArray          *act_client_list_external_records_finish   (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               GError                   **error);
void                act_client_read_mapping_async             (ActClient                 *self,
                                                               const char                *mapping_id,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
ActExternalMapping *act_client_read_mapping_finish            (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               GError                   **error);
void                act_client_create_mapping_async           (ActClient                 *self,
                                                               const ActExternalMapping  *mapping,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
ActExternalMapping *act_client_create_mapping_finish          (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               GError                   **error);
void                act_client_update_mapping_async           (ActClient                 *self,
                                                               const ActExternalMapping  *mapping,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
ActExternalMapping *act_client_update_mapping_finish          (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               GError                   **error);
void                act_client_delete_mapping_async           (ActClient                 *self,
                                                               const char                *mapping_id,
                                                               GCancellable              *cancellable,
                                                               GAsyncReadyCallback        callback,
                                                               gpointer                   user_data);
gboolean            act_client_delete_mapping_finish          (ActClient                 *self,
                                                               GAsyncResult              *result,
                                                               GError                   **error);

G_END_DECLS
