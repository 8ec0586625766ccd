/* Activity: what was changed from this computer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_ACTIVITY_PAGE (act_activity_page_get_type ())

/**
 * ActActivityPage:
 *
 * A page with all changes that were made from this computer, newest first, which can be searched and
 * exported. Implements [iface@Page]. Signal: `show-event` (gint64: its row).
 */
G_DECLARE_FINAL_TYPE (ActActivityPage, act_activity_page, ACT, ACTIVITY_PAGE, GtkWidget)

GtkWidget *act_activity_page_new (ActSession *session);

G_END_DECLS
