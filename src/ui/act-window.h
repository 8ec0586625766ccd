/* The main window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_WINDOW (act_window_get_type ())

/**
 * ActWindow:
 *
 * The list of events, the details of the selected one, and what can be done about them. It shows a
 * session, or why there is none.
 */
G_DECLARE_FINAL_TYPE (ActWindow, act_window, ACT, WINDOW, AdwApplicationWindow)

GtkWidget *act_window_new                (GtkApplication *application,
                                          GSettings      *settings);
void       act_window_set_demo           (ActWindow      *self,
                                          gboolean        is_demo);
void       act_window_set_session        (ActWindow      *self,
                                          ActSession     *session);
void       act_window_show_opening       (ActWindow      *self,
                                          ActConnection  *connection);
void       act_window_show_no_connection (ActWindow      *self,
                                          const char     *problem,
                                          gboolean        can_start_demo);
void       act_window_show_upgrade       (ActWindow      *self,
                                          ActStep         step,
                                          gint64          done,
                                          gint64          total);
void       act_window_show_open_error    (ActWindow      *self,
                                          const GError   *error);

G_END_DECLS
