/* Changes that the same thing holds up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-pending.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_PENDING_SECTION (act_pending_section_get_type ())

/**
 * ActPendingSection:
 *
 * A heading, what it means, the changes, and buttons that do something about all of them. Hidden
 * while there are none.
 */
G_DECLARE_FINAL_TYPE (ActPendingSection, act_pending_section, ACT, PENDING_SECTION, GtkWidget)

GtkWidget *act_pending_section_new  (ActSession        *session,
                                     ActPendingKind     kind);
void       act_pending_section_show (ActPendingSection *self,
                                     GPtrArray         *groups,
                                     GPtrArray         *changes);

G_END_DECLS
