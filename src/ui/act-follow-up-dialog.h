/* What an event names for its follow-up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_FOLLOW_UP_DIALOG (act_follow_up_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ActFollowUpDialog, act_follow_up_dialog, ACT, FOLLOW_UP_DIALOG, AdwWindow)

GtkWidget *act_follow_up_dialog_new (GtkWindow  *parent,
                                     ActSession *session,
                                     gint64      row_id);

G_END_DECLS
