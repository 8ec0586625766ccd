/* A list of connections to two simulated servers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connections-private.h"
#include "act-simulator.h"
#include "memory-keyring.h"

G_BEGIN_DECLS

#define N_SERVERS 2

typedef struct
{
  char           *folder;
  ActSimulator   *servers[N_SERVERS];
  MemoryKeyring  *keyring;
  ActConnections *connections;
} ConnectionsFixture;

void                connections_set_up         (ConnectionsFixture *self,
                                                gconstpointer       unused);
void                connections_tear_down      (ConnectionsFixture *self,
                                                gconstpointer       unused);

/* Reads the list anew, as the next process does. All must be closed. */
void                connections_restart        (ConnectionsFixture *self);

ActConnection      *connections_connect        (ConnectionsFixture *self,
                                                guint               server);
ActConnectionEntry *connections_add            (ConnectionsFixture *self,
                                                guint               server);
void                connections_open           (ConnectionsFixture *self,
                                                ActConnectionEntry *entry,
                                                ActSessionFlags     flags);
void                connections_close          (ConnectionsFixture *self,
                                                ActConnectionEntry *entry);
gboolean            connections_set_key        (ConnectionsFixture *self,
                                                ActConnectionEntry *entry,
                                                const char         *key_id,
                                                const char         *secret,
                                                GError            **error);
gboolean            connections_remove         (ConnectionsFixture *self,
                                                ActConnectionEntry *entry,
                                                GError            **error);

/* Until the session is idle, and the list was read. */
void                connections_wait_until_read (ActConnectionEntry *entry);
void                connections_wait_for_state  (ActConnectionEntry *entry,
                                                 ActSessionState     state);

/* Marks the newest open events. */
GArray             *connections_mark           (ActConnectionEntry *entry,
                                                guint               n_events,
                                                guint               undo_seconds);
GArray             *connections_list           (ActConnectionEntry *entry);
guint               connections_count_changes  (ConnectionsFixture *self,
                                                guint               server);

#define connections_wait(condition)             \
  G_STMT_START                                  \
    {                                           \
      while (!(condition))                      \
        g_main_context_iteration (NULL, TRUE);  \
    }                                           \
  G_STMT_END

void connections_keep_result_cb (GObject      *source,
                                 GAsyncResult *result,
                                 gpointer      user_data);

#define CONNECTIONS_FIXTURE_ADD(path, function)                                  \
  g_test_add (path, ConnectionsFixture, NULL, connections_set_up, function,      \
              connections_tear_down)

G_END_DECLS
