/* One activity with all the ids that it was about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_ACTIVITY_DETAILS_PAGE (act_activity_details_page_get_type ())

/**
 * ActActivityDetailsPage:
 *
 * A page with what was done, when, what came of it, and the ids, which can be copied. Implements
 * [iface@Page]. Signal: `show-event` (gint64: its row).
 */
G_DECLARE_FINAL_TYPE (ActActivityDetailsPage, act_activity_details_page, ACT, ACTIVITY_DETAILS_PAGE, GtkWidget)

GtkWidget *act_activity_details_page_new (ActSession        *session,
                                          const ActActivity *activity);

G_END_DECLS
