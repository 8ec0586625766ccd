/* What somebody else changed meanwhile, and whose version is to be
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONFLICT_VIEW (act_conflict_view_get_type ())

/**
 * ActConflictView:
 *
 * What two versions of an integration differ in, and two buttons. Signals: `use-theirs`, `save-mine`.
 */
G_DECLARE_FINAL_TYPE (ActConflictView, act_conflict_view, ACT, CONFLICT_VIEW, GtkWidget)

GtkWidget *act_conflict_view_new (void);
void       act_conflict_view_set (ActConflictView *self,
                                  GPtrArray       *differences,
                                  GHashTable      *names);

G_END_DECLS
