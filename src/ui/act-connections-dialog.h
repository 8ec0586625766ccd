/* All connections, to be put in order, set up and removed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connections.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTIONS_DIALOG (act_connections_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ActConnectionsDialog, act_connections_dialog, ACT, CONNECTIONS_DIALOG, AdwWindow)

void act_connections_dialog_present (GtkWidget      *parent,
                                     ActConnections *connections);

G_END_DECLS
