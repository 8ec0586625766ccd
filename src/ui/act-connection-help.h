/* Where the user finds what a connection needs
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_HELP (act_connection_help_get_type ())

/**
 * ActConnectionHelp:
 *
 * A page of text, which needs no network.
 */
G_DECLARE_FINAL_TYPE (ActConnectionHelp, act_connection_help, ACT, CONNECTION_HELP, GtkWidget)

GtkWidget *act_connection_help_new (void);

G_END_DECLS
