/* Which organisation the window is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_BUTTON (act_connection_button_get_type ())

/**
 * ActConnectionButton:
 *
 * Names the connection, and says more about it in its popover: how much is ready for the time without
 * a network, and where its Console is. Where there are several connections, another one can be chosen
 * there. Activates the actions `events.console-address`, `app.show-connection`, `app.add-connection`
 * and `app.manage-connections`.
 */
G_DECLARE_FINAL_TYPE (ActConnectionButton, act_connection_button, ACT, CONNECTION_BUTTON, GtkWidget)

GtkWidget *act_connection_button_new             (void);
void       act_connection_button_set_connection  (ActConnectionButton *self,
                                                  ActConnection       *connection);
void       act_connection_button_set_session     (ActConnectionButton *self,
                                                  ActSession          *session);
void       act_connection_button_set_connections (ActConnectionButton *self,
                                                  GListModel          *connections,
                                                  ActConnectionEntry  *entry);
void       act_connection_button_set_narrow      (ActConnectionButton *self,
                                                  gboolean             narrow);

G_END_DECLS
