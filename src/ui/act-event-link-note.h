/* Says why a link to an event shows nothing
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_event_link_note_unreadable (GtkWindow  *parent);
void act_event_link_note_stranger   (GtkWindow  *parent,
                                     const char *organisation_id);
void act_event_link_note_unknown    (GtkWindow  *parent,
                                     const char *event_id);

G_END_DECLS
