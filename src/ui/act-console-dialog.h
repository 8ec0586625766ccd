/* Asks where the Console of a connection is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONSOLE_DIALOG (act_console_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ActConsoleDialog, act_console_dialog, ACT, CONSOLE_DIALOG, AdwWindow)

GtkWidget *act_console_dialog_new (GtkWindow  *parent,
                                   ActSession *session,
                                   gboolean    open);

G_END_DECLS
