/* What the files of an entry share, and what the list of connections does with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"
#include "act-keyring.h"
#include "act-wait-list.h"

G_BEGIN_DECLS

struct _ActConnectionEntry
{
  GObject            parent_instance;
  ActConnection     *connection;  /* (owned) */
  char              *folder;      /* (owned) */
  ActKeyring        *keyring;     /* (owned) (nullable): without one secrets are for this session */
  char              *kept_key_id; /* (owned) (nullable): what is written down instead of the key id */
  ActSession        *session;     /* (owned) (nullable): while it is open */
  ActConnectionState state;
  GError            *error;     /* (owned) (nullable): why it could not be opened */
  GCancellable      *opening;   /* (owned) (nullable): while it is being opened */
  gulong             cancel_id; /* of the caller's cancellable meanwhile */
  ActWaitList       *closers;   /* (owned): who waits until it is closed */

  ActSecretPlace place;
  char          *secret;    /* (owned) (nullable): until a session has it, or for this session */
  gboolean       is_given;  /* the session has it */
  GCancellable  *asking;    /* (owned) (nullable): while the keyring is asked */
  GError        *key_error; /* (owned) (nullable): what the keyring said */
  ActWaitList   *seekers;   /* (owned): who waits for its answer */
};

ActConnectionEntry *act_connection_entry_new                (ActConnection       *connection,
                                                             const char          *folder,
                                                             ActKeyring          *keyring);
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
void                act_connection_entry_stop_asking        (ActConnectionEntry  *self);
void                act_connection_entry_hand_over          (ActConnectionEntry  *self);
void                act_connection_entry_set_place          (ActConnectionEntry  *self,
                                                             ActSecretPlace       place);
void                act_connection_entry_complete           (ActWaitList         *waiters,
                                                             const GError        *error);

G_END_DECLS
