/* The list of connections to choose from
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_SWITCHER (act_connection_switcher_get_type ())

/**
 * ActConnectionSwitcher:
 *
 * Shows the connections while there is more than one. The signal `chosen` (#ActConnectionEntry) gives
 * the one that the user wants to see.
 */
G_DECLARE_FINAL_TYPE (ActConnectionSwitcher, act_connection_switcher, ACT, CONNECTION_SWITCHER, GtkWidget)

GtkWidget *act_connection_switcher_new             (void);
void       act_connection_switcher_set_connections (ActConnectionSwitcher *self,
                                                    GListModel            *connections,
                                                    ActConnectionEntry    *shown);

G_END_DECLS
