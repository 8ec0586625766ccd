/* Deletes old events batch by batch
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-progress.h"
#include "act-store.h"

G_BEGIN_DECLS

void     act_pruner_run_async  (ActStore             *store,
                                gint64                older_than,
                                gboolean              by_events,
                                ActProgressFunc       progress,
                                gpointer              progress_data,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean act_pruner_run_finish (ActStore             *store,
                                GAsyncResult         *result,
                                guint                *n_events,
                                GError              **error);

G_END_DECLS
