/* Connects another organisation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connections.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_DIALOG (act_connection_dialog_get_type ())

/**
 * ActConnectionDialog:
 *
 * Asks for what a connection needs, tests it and adds it. The secret is only ever in its entry, which
 * overwrites it when the dialog goes. It then activates the action `app.show-connection` with the
 * connection's id.
 */
G_DECLARE_FINAL_TYPE (ActConnectionDialog, act_connection_dialog, ACT, CONNECTION_DIALOG, AdwWindow)

void act_connection_dialog_present (GtkWidget          *parent,
                                    ActConnections     *connections,
                                    ActConnectionEntry *entry);

G_END_DECLS
