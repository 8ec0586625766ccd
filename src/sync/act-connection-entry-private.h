/* What the list of connections does with its entries
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"
#include "act-keyring.h"

G_BEGIN_DECLS

ActConnectionEntry *act_connection_entry_new                (ActConnection       *connection,
                                                             const char          *folder,
                                                             ActKeyring          *keyring);
const char         *act_connection_entry_get_folder         (ActConnectionEntry  *self);
const char         *act_connection_entry_get_kept_key_id    (ActConnectionEntry  *self);
void                act_connection_entry_set_kept_key_id    (ActConnectionEntry  *self,
                                                             const char          *key_id);
void                act_connection_entry_set_connection     (ActConnectionEntry  *self,
                                                             ActConnection       *connection);
void                act_connection_entry_set_key            (ActConnectionEntry  *self,
                                                             ActConnection       *connection,
                                                             const char          *secret,
                                                             ActSecretPlace       place);
void                act_connection_entry_ask_keyring        (ActConnectionEntry  *self);

G_END_DECLS
