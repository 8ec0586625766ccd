/* The connections of this computer, in the user's order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTIONS (act_connections_get_type ())

/**
 * ActConnections:
 *
 * A list model of #ActConnectionEntry. What is changed is written to `connections.ini` in the folder
 * of the stores at once, and secrets to the keyring; nothing else is ever told to one connection of
 * another. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActConnections, act_connections, ACT, CONNECTIONS, GObject)

ActConnections     *act_connections_new               (const char           *folder);
ActConnections     *act_connections_new_silent        (const char           *folder);
ActConnections     *act_connections_new_unkept        (const char           *folder);
const char         *act_connections_get_folder        (ActConnections       *self);
ActConnectionEntry *act_connections_find              (ActConnections       *self,
                                                       const char           *connection_id);
GPtrArray          *act_connections_find_organisation (ActConnections       *self,
                                                       const char           *organisation_id);

/* Of the environment: the secret is for this session only, and the connection is remembered. */
ActConnectionEntry *act_connections_add_for_session   (ActConnections       *self,
                                                       ActConnection        *connection,
                                                       const char           *secret);

void                act_connections_add_async         (ActConnections       *self,
                                                       ActConnection        *connection,
                                                       const char           *secret,
                                                       gboolean              only_this_session,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
ActConnectionEntry *act_connections_add_finish        (ActConnections       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);
void                act_connections_set_key_async     (ActConnections       *self,
                                                       ActConnectionEntry   *entry,
                                                       const char           *key_id,
                                                       const char           *secret,
                                                       gboolean              only_this_session,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean            act_connections_set_key_finish    (ActConnections       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

/* Asks the keyring once more, which may make the desktop ask for its password. */
void                act_connections_unlock            (ActConnections       *self,
                                                       ActConnectionEntry   *entry);

gboolean            act_connections_edit              (ActConnections       *self,
                                                       ActConnectionEntry   *entry,
                                                       ActConnection        *connection,
                                                       GError              **error);
gboolean            act_connections_move              (ActConnections       *self,
                                                       ActConnectionEntry   *entry,
                                                       guint                 position,
                                                       GError              **error);
void                act_connections_remove_async      (ActConnections       *self,
                                                       ActConnectionEntry   *entry,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean            act_connections_remove_finish     (ActConnections       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
