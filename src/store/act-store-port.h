/* The whole store, as rows that leave it for a file and come back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-port-row.h"
#include "act-store.h"

G_BEGIN_DECLS

void     act_store_visit_async   (ActStore              *self,
                                  const ActPortVisitor  *visitor,
                                  gpointer               visitor_data,
                                  ActProgressFunc        progress,
                                  gpointer               progress_data,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
gboolean act_store_visit_finish  (ActStore              *self,
                                  GAsyncResult          *result,
                                  GError               **error);
void     act_store_import_async  (ActStore              *self,
                                  GPtrArray             *rows,
                                  gboolean               only_count,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
gboolean act_store_import_finish (ActStore              *self,
                                  GAsyncResult          *result,
                                  ActPortCounts         *counts,
                                  GError               **error);

G_END_DECLS
