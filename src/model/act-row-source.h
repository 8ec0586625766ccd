/* Where the list's rows come from: an interface that the store implements
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_ROW_SOURCE (act_row_source_get_type ())

G_DECLARE_INTERFACE (ActRowSource, act_row_source, ACT, ROW_SOURCE, GObject)

/**
 * ActRowLoadFlags:
 * @ACT_ROW_LOAD_NONE: what a list shows
 * @ACT_ROW_LOAD_PAYLOAD: the events' payloads too
 *
 * What is read of a record.
 */
typedef enum
{
  ACT_ROW_LOAD_NONE = 0,
  ACT_ROW_LOAD_PAYLOAD = 1 << 0,
} ActRowLoadFlags;

/**
 * ActRowSourceInterface:
 * @query_async: starts reading the ordered row ids of a query
 * @query_finish: gives them
 * @load_async: starts reading records
 * @load_finish: gives them
 *
 * The signal `changed` says that rows came, went or altered. All calls are made on the main thread
 * and answer there.
 */
struct _ActRowSourceInterface
{
  GTypeInterface parent_iface;

  void       (*query_async)  (ActRowSource        *self,
                              const ActQuery      *query,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
  GArray    *(*query_finish) (ActRowSource        *self,
                              GAsyncResult        *result,
                              GError             **error);
  void       (*load_async)   (ActRowSource        *self,
                              const gint64        *row_ids,
                              gsize                n_row_ids,
                              ActRowLoadFlags      flags,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
  GPtrArray *(*load_finish)  (ActRowSource        *self,
                              GAsyncResult        *result,
                              GError             **error);
};

void       act_row_source_query_async  (ActRowSource         *self,
                                        const ActQuery       *query,
                                        guint                 limit,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GArray    *act_row_source_query_finish (ActRowSource         *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       act_row_source_load_async   (ActRowSource         *self,
                                        const gint64         *row_ids,
                                        gsize                 n_row_ids,
                                        ActRowLoadFlags       flags,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *act_row_source_load_finish  (ActRowSource         *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       act_row_source_emit_changed (ActRowSource         *self);

G_END_DECLS
