/* What to do when an event does not name what its follow-up is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_UNFOUND_VIEW (act_unfound_view_get_type ())

/**
 * ActUnfoundView:
 *
 * The child of a page that says that there is nothing: Open in Console, a button of its own where
 * there is more to do, and the raw event. Signal: `activated`, the own button was pressed.
 */
G_DECLARE_FINAL_TYPE (ActUnfoundView, act_unfound_view, ACT, UNFOUND_VIEW, GtkWidget)

GtkWidget *act_unfound_view_new        (ActSession     *session,
                                        const char     *json);
void       act_unfound_view_set_button (ActUnfoundView *self,
                                        const char     *label);

G_END_DECLS
