/* Gives a connection another access key
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connections.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_UPDATE_KEY_DIALOG (act_update_key_dialog_get_type ())

/**
 * ActUpdateKeyDialog:
 *
 * Asks for a key id and its secret, tests them, and takes them when they are of the same organisation.
 * The secret is only ever in its entry, which overwrites it when the dialog goes.
 */
G_DECLARE_FINAL_TYPE (ActUpdateKeyDialog, act_update_key_dialog, ACT, UPDATE_KEY_DIALOG, AdwWindow)

void act_update_key_dialog_present (GtkWidget          *parent,
                                    ActConnections     *connections,
                                    ActConnectionEntry *entry);

G_END_DECLS
