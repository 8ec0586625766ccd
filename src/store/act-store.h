/* The local store: one SQLite file a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-counts.h"
#include "act-event-page.h"
#include "act-event-record.h"
#include "act-merge.h"
#include "act-name.h"
#include "act-progress.h"
#include "act-row-source.h"
#include "act-selection-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_STORE (act_store_get_type ())

/**
 * ActStore:
 *
 * Everything that is known of a connection, and the changes that wait. Implements
 * [iface@RowSource]. One thread of its own writes and two others read; every call here is made on
 * the main thread (the thread-default context of the caller) and answers there, in the order in
 * which calls were made as far as writes go. `ActRowSource::changed` is emitted after each write
 * that altered rows, and the signal `others-wrote` too, without parameters, when another process has
 * written. Errors are of the domain %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED.
 */
G_DECLARE_FINAL_TYPE (ActStore, act_store, ACT, STORE, GObject)

/* Life */
void      act_store_open_async           (const char           *path,
                                          ActProgressFunc       progress,
                                          gpointer              progress_data,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
ActStore *act_store_open_finish          (GAsyncResult         *result,
                                          GError              **error);
void      act_store_close_async          (ActStore             *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean  act_store_close_finish         (ActStore             *self,
                                          GAsyncResult         *result,
                                          GError              **error);
gboolean  act_store_get_read_only        (ActStore             *self);
const char *act_store_get_set_aside_path (ActStore             *self);
gboolean  act_store_try_lock_sync        (ActStore             *self);

/* Reading */
void                 act_store_read_record_async   (ActStore             *self,
                                                    gint64                row_id,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
ActEventRecord      *act_store_read_record_finish  (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                 act_store_summarise_async     (ActStore             *self,
                                                    const gint64         *row_ids,
                                                    gsize                 n_row_ids,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
ActSelectionSummary *act_store_summarise_finish    (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                 act_store_count_async         (ActStore             *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
ActCounts           *act_store_count_finish        (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                 act_store_get_value_async     (ActStore             *self,
                                                    const char           *key,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
char                *act_store_get_value_finish    (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void                 act_store_set_value_async     (ActStore             *self,
                                                    const char           *key,
                                                    const char           *value,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean             act_store_set_value_finish    (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/* What the server says */
void            act_store_merge_page_async         (ActStore             *self,
                                                    ActEventPage         *page,
                                                    gint64                pass,
                                                    ActMergeFunc          merge,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean        act_store_merge_page_finish        (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    ActMergeResult       *merged,
                                                    GError              **error);
void            act_store_merge_pages_async        (ActStore             *self,
                                                    GPtrArray            *pages,
                                                    gint64                pass,
                                                    ActMergeFunc          merge,
                                                    const char           *key,
                                                    const char           *value,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean        act_store_merge_pages_finish       (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    ActMergeResult       *merged,
                                                    GError              **error);
void            act_store_list_unlisted_async      (ActStore             *self,
                                                    gint64                pass,
                                                    gint64                began_at,
                                                    gint64                younger_than,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
char          **act_store_list_unlisted_finish     (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void            act_store_set_gone_async           (ActStore             *self,
                                                    const char * const   *event_ids,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean        act_store_set_gone_finish          (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void            act_store_put_names_async          (ActStore             *self,
                                                    ActNameKind           kind,
                                                    GPtrArray            *names,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean        act_store_put_names_finish         (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void            act_store_list_unnamed_async       (ActStore             *self,
                                                    ActNameKind           kind,
                                                    guint                 limit,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
char          **act_store_list_unnamed_finish      (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/* What the user did: the outbox */
void            act_store_mark_async               (ActStore             *self,
                                                    const gint64         *row_ids,
                                                    gsize                 n_row_ids,
                                                    gint64                hold_until,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean        act_store_mark_finish              (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    gsize                *n_marked,
                                                    GError              **error);
void            act_store_take_back_async          (ActStore             *self,
                                                    const gint64         *row_ids,
                                                    gsize                 n_row_ids,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void            act_store_take_back_held_async     (ActStore             *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GArray         *act_store_take_back_finish         (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void            act_store_restart_hold_async       (ActStore             *self,
                                                    gint64                hold_until,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void            act_store_release_held_async       (ActStore             *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void            act_store_retry_async              (ActStore             *self,
                                                    ActOutboxState        from,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
void            act_store_keep_here_async          (ActStore             *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean        act_store_hold_finish              (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    guint                *n_entries,
                                                    GError              **error);
void            act_store_claim_async              (ActStore             *self,
                                                    ActOutboxState        from,
                                                    guint                 limit,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GPtrArray      *act_store_claim_finish             (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void            act_store_settle_async             (ActStore             *self,
                                                    gint64                entry_id,
                                                    ActOutboxState        state,
                                                    gint64                actioned_time,
                                                    const char           *reason,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean        act_store_settle_finish            (ActStore             *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
