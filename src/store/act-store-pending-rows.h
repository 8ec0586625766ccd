/* Marks that the server has not confirmed: rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-pending.h"
#include "act-store-database.h"

G_BEGIN_DECLS

GPtrArray *act_store_pending_rows_list_groups (ActStoreDatabase       *database,
                                               GError                **error);
GPtrArray *act_store_pending_rows_list_marks  (ActStoreDatabase       *database,
                                               const ActPendingScope  *scope,
                                               gint64                  after_id,
                                               guint                   limit,
                                               GError                **error);

G_END_DECLS
