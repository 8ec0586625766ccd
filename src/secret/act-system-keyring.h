/* The keyring of the user's session, through libsecret
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-keyring.h"

G_BEGIN_DECLS

#define ACT_TYPE_SYSTEM_KEYRING (act_system_keyring_get_type ())

/**
 * ActSystemKeyring:
 *
 * Does one thing after the other, so that never two questions to open the keyring are shown at once.
 * After the user has declined one, what was asked for before that is answered without another.
 * Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActSystemKeyring, act_system_keyring, ACT, SYSTEM_KEYRING, GObject)

ActSystemKeyring *act_system_keyring_new          (void);
void              act_system_keyring_set_patience (ActSystemKeyring *self,
                                                   guint             patience_ms);
void              act_system_keyring_set_silent   (ActSystemKeyring *self,
                                                   gboolean          is_silent);

G_END_DECLS
