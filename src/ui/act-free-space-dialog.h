/* Shows what takes space on this computer, and frees what is chosen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_FREE_SPACE_DIALOG (act_free_space_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ActFreeSpaceDialog, act_free_space_dialog, ACT, FREE_SPACE_DIALOG, AdwWindow)

GtkWidget *act_free_space_dialog_new (GtkWindow  *parent,
                                      ActSession *session);

G_END_DECLS
