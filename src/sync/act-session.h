/* The one object that a front end holds for a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"
#include "act-counts.h"
#include "act-event-record.h"
#include "act-network-log.h"
#include "act-progress.h"
#include "act-row-source.h"
#include "act-selection-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_SESSION (act_session_get_type ())

/**
 * ActSessionState:
 * @ACT_SESSION_IDLE: nothing is under way, and the last synchronisation succeeded (or none was asked)
 * @ACT_SESSION_REFRESHING: a synchronisation is under way
 * @ACT_SESSION_OFFLINE: the server could not be reached; it is tried again by itself
 * @ACT_SESSION_FAILING: the server was reached, and the synchronisation failed
 * @ACT_SESSION_SIGN_IN_NEEDED: the key does not work; changes wait
 */
typedef enum
{
  ACT_SESSION_IDLE,
  ACT_SESSION_REFRESHING,
  ACT_SESSION_OFFLINE,
  ACT_SESSION_FAILING,
  ACT_SESSION_SIGN_IN_NEEDED,
} ActSessionState;

/**
 * ActSession:
 *
 * A connection at work: its store, its client, and the engine that moves data between them. Main
 * thread only.
 *
 * Properties, all read-only and notified on the main thread:
 * `state` (#ActSessionState), `error` (GError, nullable: why it is offline, failing or needs a
 * sign-in), `as-of` (gint64: when the open list was last read in full or at its head, milliseconds
 * since 1970 UTC, or %ACT_TIME_UNKNOWN), `counts` (#ActCounts), `can-mark` (gboolean: %FALSE once the
 * API has refused the call that marks events for everybody).
 *
 * `mark-error` (GError, nullable): why `can-mark` is %FALSE. `connection` (#ActConnection): replaced
 * when it is edited.
 *
 * Signals, without parameters, emitted on the main thread: `abilities-changed` (of what
 * act_session_get_ability() answers), `changes-changed` (what act_session_list_changes_async() answers
 * may be another), `console-changed` (of act_session_get_console_address()), `offline-changed` (of
 * act_session_get_offline_progress()), `progress-changed` (of what `act-session-progress.h` tells; a few
 * times a second at most).
 */
G_DECLARE_FINAL_TYPE (ActSession, act_session, ACT, SESSION, GObject)

/**
 * ActSessionFlags:
 * @ACT_SESSION_FLAGS_NONE: read only when asked; the front end drives everything
 * @ACT_SESSION_AUTOMATIC: refresh now and then, retry when offline, and send what is ready
 */
typedef enum
{
  ACT_SESSION_FLAGS_NONE = 0,
  ACT_SESSION_AUTOMATIC = 1 << 0,
} ActSessionFlags;

/* Life */
void             act_session_open_async          (ActConnection        *connection,
                                                  const char           *secret,
                                                  const char           *directory,
                                                  ActSessionFlags       flags,
                                                  ActProgressFunc       progress,
                                                  gpointer              progress_data,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
ActSession      *act_session_open_finish         (GAsyncResult         *result,
                                                  GError              **error);
void             act_session_close_async         (ActSession           *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean         act_session_close_finish        (ActSession           *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/* The key, and what is set for the connection */
void             act_session_set_credentials     (ActSession           *self,
                                                  ActConnection        *connection,
                                                  const char           *secret);
void             act_session_set_connection      (ActSession           *self,
                                                  ActConnection        *connection);

/* State */
ActConnection   *act_session_get_connection      (ActSession           *self);
ActNetworkLog   *act_session_get_network_log     (ActSession           *self);
ActRowSource    *act_session_get_row_source      (ActSession           *self);
ActSessionState  act_session_get_state           (ActSession           *self);
const GError    *act_session_get_error           (ActSession           *self);
gint64           act_session_get_as_of           (ActSession           *self);
const ActCounts *act_session_get_counts          (ActSession           *self);
gboolean         act_session_get_can_mark        (ActSession           *self);
const GError    *act_session_get_mark_error      (ActSession           *self);
gboolean         act_session_get_read_only       (ActSession           *self);
const char      *act_session_get_set_aside_path  (ActSession           *self);
void             act_session_set_request_ceiling (ActSession           *self,
                                                  guint                 requests_a_second);

/* Reading */
void                 act_session_refresh_async      (ActSession           *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             act_session_refresh_finish     (ActSession           *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void                 act_session_read_record_async  (ActSession           *self,
                                                     gint64                row_id,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
ActEventRecord      *act_session_read_record_finish (ActSession           *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void                 act_session_summarise_async    (ActSession           *self,
                                                     const gint64         *row_ids,
                                                     gsize                 n_row_ids,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
ActSelectionSummary *act_session_summarise_finish   (ActSession           *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

void                 act_session_count_async        (ActSession           *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
ActCounts           *act_session_count_finish       (ActSession           *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/* Marking */
void             act_session_mark_async          (ActSession           *self,
                                                  const gint64         *row_ids,
                                                  gsize                 n_row_ids,
                                                  guint                 undo_seconds,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean         act_session_mark_finish         (ActSession           *self,
                                                  GAsyncResult         *result,
                                                  gsize                *n_marked,
                                                  GError              **error);
void             act_session_undo_async          (ActSession           *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             act_session_take_back_async     (ActSession           *self,
                                                  const gint64         *row_ids,
                                                  gsize                 n_row_ids,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GArray          *act_session_take_back_finish    (ActSession           *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void             act_session_pause_undo_time     (ActSession           *self,
                                                  gboolean              paused);
void             act_session_end_undo_time       (ActSession           *self);
void             act_session_send_async          (ActSession           *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean         act_session_send_finish         (ActSession           *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void             act_session_retry_local_marks   (ActSession           *self);

G_END_DECLS
