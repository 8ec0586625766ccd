/* What a search may go on with, under its entry
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-search-suggestions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_SEARCH_COMPLETION (act_search_completion_get_type ())

/**
 * ActSearchCompletion:
 *
 * A popover that never takes the keyboard: its entry keeps it, and hands over the keys that are
 * meant for it. Signal: `chosen` (string: the search with what was chosen, guint: where the cursor
 * is to be in it, characters).
 */
G_DECLARE_FINAL_TYPE (ActSearchCompletion, act_search_completion, ACT, SEARCH_COMPLETION, GtkPopover)

GtkWidget *act_search_completion_new        (void);
void       act_search_completion_set_entry  (ActSearchCompletion *self,
                                             GtkWidget           *entry);
gboolean   act_search_completion_set_width  (ActSearchCompletion *self,
                                             int                  width);
void       act_search_completion_show       (ActSearchCompletion *self,
                                             GPtrArray           *suggestions);
void       act_search_completion_update     (ActSearchCompletion *self,
                                             GPtrArray           *suggestions);
void       act_search_completion_hide       (ActSearchCompletion *self);
gboolean   act_search_completion_is_shown   (ActSearchCompletion *self);
gboolean   act_search_completion_handle_key (ActSearchCompletion *self,
                                             guint                keyval,
                                             GdkModifierType      state);

G_END_DECLS
