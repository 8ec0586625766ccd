/* External mappings: reading, making, correcting and deleting them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"
#include "act-freshness.h"
#include "act-mapping-options.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void                act_session_read_mapping_options_async     (ActSession                *self,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
ActMappingOptions  *act_session_read_mapping_options_finish    (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                ActFreshness             **freshness,
                                                                GError                   **error);
void                act_session_list_mappings_async            (ActSession                *self,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
GPtrArray          *act_session_list_mappings_finish           (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                ActFreshness             **freshness,
                                                                gboolean                  *complete,
                                                                GError                   **error);
void                act_session_list_mappings_of_entity_async  (ActSession                *self,
                                                                const char                *entity_type,
                                                                const char                *entity_id,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
GPtrArray          *act_session_list_mappings_of_entity_finish (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                ActFreshness             **freshness,
                                                                GError                   **error);
void                act_session_list_mappings_of_record_async  (ActSession                *self,
                                                                const char                *external_system,
                                                                const char                *external_table,
                                                                const char                *external_id,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
GPtrArray          *act_session_list_mappings_of_record_finish (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                GError                   **error);
void                act_session_list_external_records_async    (ActSession                *self,
                                                                const char                *external_system,
                                                                const char                *entity_type,
                                                                const char                *external_table,
                                                                const char                *credentials_id,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
GPtrArray          *act_session_list_external_records_finish   (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                ActFreshness             **freshness,
                                                                GError                   **error);
void                act_session_read_mapping_async             (ActSession                *self,
                                                                const char                *mapping_id,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
ActExternalMapping *act_session_read_mapping_finish            (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                ActFreshness             **freshness,
                                                                GError                   **error);
void                act_session_create_mapping_async           (ActSession                *self,
                                                                const ActExternalMapping  *mapping,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
ActExternalMapping *act_session_create_mapping_finish          (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                GError                   **error);
void                act_session_update_mapping_async           (ActSession                *self,
                                                                const ActExternalMapping  *mapping,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
ActExternalMapping *act_session_update_mapping_finish          (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                ActExternalMapping       **theirs,
                                                                GError                   **error);
void                act_session_delete_mapping_async           (ActSession                *self,
                                                                const ActExternalMapping  *mapping,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
gboolean            act_session_delete_mapping_finish          (ActSession                *self,
                                                                GAsyncResult              *result,
                                                                ActExternalMapping       **theirs,
                                                                GError                   **error);

G_END_DECLS
