/* Measures what takes space
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store.h"
#include "act-usage.h"

G_BEGIN_DECLS

void      act_store_measure_async         (ActStore             *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
ActUsage *act_store_measure_finish        (ActStore             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void      act_store_remove_backups_async  (ActStore             *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  act_store_remove_backups_finish (ActStore             *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void      act_store_compact_async         (ActStore             *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  act_store_compact_finish        (ActStore             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
