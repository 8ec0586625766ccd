/* Asks for a secret that the keyring does not give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connections.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_SECRET_DIALOG (act_secret_dialog_get_type ())

/**
 * ActSecretDialog:
 *
 * Says why the secret of a connection is not known, asks for it, and tests it. Where the keyring cannot
 * keep it, it is for this session only, which is said before; the keyring can be tried again.
 */
G_DECLARE_FINAL_TYPE (ActSecretDialog, act_secret_dialog, ACT, SECRET_DIALOG, AdwWindow)

void act_secret_dialog_present (GtkWidget          *parent,
                                ActConnections     *connections,
                                ActConnectionEntry *entry);

G_END_DECLS
