/* What the files of the list of connections share, and what tests make it with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry-private.h"
#include "act-connections.h"

G_BEGIN_DECLS

struct _ActConnections
{
  GObject     parent_instance;
  char       *folder;    /* (owned) */
  gboolean    is_kept;   /* what is changed is written down */
  ActKeyring *keyring;   /* (owned) (nullable): without one secrets are for this session */
  GPtrArray  *entries;   /* (owned) (element-type ActConnectionEntry) */
};

ActConnections     *act_connections_new_with_keyring (const char          *folder,
                                                      ActKeyring          *keyring);
gboolean            act_connections_save             (ActConnections      *self,
                                                      ActConnectionEntry  *entry,
                                                      GError             **error);
ActConnectionEntry *act_connections_append           (ActConnections      *self,
                                                      ActConnection       *connection);
void                act_connections_drop             (ActConnections      *self,
                                                      ActConnectionEntry  *entry);

G_END_DECLS
