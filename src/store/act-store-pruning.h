/* Deletes what is older than it is to be kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store.h"

G_BEGIN_DECLS

/**
 * ActPruning:
 * @older_than: what is older is deleted, milliseconds since 1970 UTC
 * @by_events: whether time is taken to be no later than the newest event, so that a clock that is
 *   far ahead deletes nothing
 * @after: the row after which it goes on; 0 at first
 * @n_events: how many events were deleted so far
 * @done: whether nothing is left to delete
 *
 * How far a pruning is. Plain data.
 */
typedef struct
{
  gint64   older_than;
  gboolean by_events;
  gint64   after;
  guint    n_events;
  gboolean done;
} ActPruning;

void     act_store_prune_async           (ActStore             *self,
                                          const ActPruning     *pruning,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean act_store_prune_finish          (ActStore             *self,
                                          GAsyncResult         *result,
                                          ActPruning           *pruning,
                                          GError              **error);
void     act_store_count_prunable_async  (ActStore             *self,
                                          gint64                older_than,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean act_store_count_prunable_finish (ActStore             *self,
                                          GAsyncResult         *result,
                                          guint                *n_events,
                                          GError              **error);

G_END_DECLS
