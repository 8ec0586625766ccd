/* A set of row ids that may be known only down to some row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-statement.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActStoreRows:
 *
 * What a piece of a search finds, newest first as far as it was read. Plain data.
 */
typedef struct _ActStoreRows ActStoreRows;

ActStoreRows *act_store_rows_new      (void);
void          act_store_rows_free     (ActStoreRows       *self);
gboolean      act_store_rows_read     (ActStoreRows       *self,
                                       ActStatement       *statement,
                                       guint               limit,
                                       gboolean            newest_first,
                                       GError            **error);
gboolean      act_store_rows_extend   (ActStoreRows       *self,
                                       ActStatement       *statement,
                                       guint               limit,
                                       GError            **error);
gint64        act_store_rows_get_from (const ActStoreRows *self);
void          act_store_rows_seal     (ActStoreRows       *self);
gboolean      act_store_rows_has      (ActStoreRows       *self,
                                       gint64              row_id);
gboolean      act_store_rows_knows    (const ActStoreRows *self,
                                       gint64              row_id);
gboolean      act_store_rows_is_whole (const ActStoreRows *self);
gboolean      act_store_rows_is_empty (const ActStoreRows *self);
GArray       *act_store_rows_get_ids  (ActStoreRows       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreRows, act_store_rows_free)

G_END_DECLS
