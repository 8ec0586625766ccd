/* A connection of the list, its session, and where its secret is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

G_BEGIN_DECLS

/**
 * ActConnectionState:
 * @ACT_CONNECTION_CLOSED: its store is not open
 * @ACT_CONNECTION_OPENING: its store is being opened
 * @ACT_CONNECTION_OPEN: it has a session
 * @ACT_CONNECTION_FAILED: its store could not be opened; the error says why
 * @ACT_CONNECTION_CLOSING: its store is being closed
 */
typedef enum
{
  ACT_CONNECTION_CLOSED,
  ACT_CONNECTION_OPENING,
  ACT_CONNECTION_OPEN,
  ACT_CONNECTION_FAILED,
  ACT_CONNECTION_CLOSING,
} ActConnectionState;

/**
 * ActSecretPlace:
 * @ACT_SECRET_PLACE_UNKNOWN: the keyring was not asked yet
 * @ACT_SECRET_PLACE_KEYRING: the keyring has it
 * @ACT_SECRET_PLACE_THIS_SESSION: it is known until the program ends, and kept nowhere
 * @ACT_SECRET_PLACE_NOWHERE: the keyring does not have it
 * @ACT_SECRET_PLACE_LOCKED: the keyring is locked, and was not opened
 * @ACT_SECRET_PLACE_NO_KEYRING: there is no keyring, or it failed
 */
typedef enum
{
  ACT_SECRET_PLACE_UNKNOWN,
  ACT_SECRET_PLACE_KEYRING,
  ACT_SECRET_PLACE_THIS_SESSION,
  ACT_SECRET_PLACE_NOWHERE,
  ACT_SECRET_PLACE_LOCKED,
  ACT_SECRET_PLACE_NO_KEYRING,
} ActSecretPlace;

#define ACT_TYPE_CONNECTION_ENTRY (act_connection_entry_get_type ())

/**
 * ActConnectionEntry:
 *
 * What the front ends hold of one connection for as long as it is in the list. Main thread only.
 *
 * Properties, all read-only and notified: `connection` (#ActConnection: replaced when it is edited),
 * `session` (#ActSession, nullable), `state` (#ActConnectionState), `secret-place` (#ActSecretPlace).
 *
 * A session is opened without waiting for the keyring, so that events can be read at once; the secret
 * is handed to it when it is there, and without one its state is %ACT_SESSION_SIGN_IN_NEEDED.
 */
G_DECLARE_FINAL_TYPE (ActConnectionEntry, act_connection_entry, ACT, CONNECTION_ENTRY, GObject)

ActConnection      *act_connection_entry_get_connection   (ActConnectionEntry   *self);
ActSession         *act_connection_entry_get_session      (ActConnectionEntry   *self);
ActConnectionState  act_connection_entry_get_state        (ActConnectionEntry   *self);
const GError       *act_connection_entry_get_error        (ActConnectionEntry   *self);
ActSecretPlace      act_connection_entry_get_secret_place (ActConnectionEntry   *self);
void                act_connection_entry_open_async       (ActConnectionEntry   *self,
                                                           ActSessionFlags       flags,
                                                           ActProgressFunc       progress,
                                                           gpointer              progress_data,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
gboolean            act_connection_entry_open_finish      (ActConnectionEntry   *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
void                act_connection_entry_close_async      (ActConnectionEntry   *self,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
gboolean            act_connection_entry_close_finish     (ActConnectionEntry   *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);

/* For commands, which can do nothing without it */
void                act_connection_entry_find_secret_async  (ActConnectionEntry   *self,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
gboolean            act_connection_entry_find_secret_finish (ActConnectionEntry   *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);

G_END_DECLS
