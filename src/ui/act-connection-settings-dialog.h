/* What can be set for one connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connections.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_SETTINGS_DIALOG (act_connection_settings_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ActConnectionSettingsDialog,
                      act_connection_settings_dialog,
                      ACT,
                      CONNECTION_SETTINGS_DIALOG,
                      AdwWindow)

void act_connection_settings_dialog_present (GtkWidget          *parent,
                                             ActConnections     *connections,
                                             ActConnectionEntry *entry);

G_END_DECLS
