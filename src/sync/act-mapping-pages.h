/* Lists of external mappings, whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"
#include "act-pages.h"

G_BEGIN_DECLS

void       act_mapping_pages_list_async           (ActClient                 *client,
                                                   GCancellable              *cancellable,
                                                   GAsyncReadyCallback        callback,
                                                   gpointer                   user_data);
void       act_mapping_pages_list_of_entity_async (ActClient                 *client,
                                                   const char                *entity_type,
                                                   const char                *entity_id,
                                                   GCancellable              *cancellable,
                                                   GAsyncReadyCallback        callback,
                                                   gpointer                   user_data);
void       act_mapping_pages_list_of_record_async (ActClient                 *client,
                                                   const char                *external_system,
                                                   const char                *external_table,
                                                   const char                *external_id,
                                                   GCancellable              *cancellable,
                                                   GAsyncReadyCallback        callback,
                                                   gpointer                   user_data);
GPtrArray *act_mapping_pages_make_resources       (ActExternalMapping       **mappings,
                                                   guint                      n_mappings);

G_END_DECLS
