/* What a search came to, or how far it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_SEARCH_OUTCOME (act_search_outcome_get_type ())

/**
 * ActSearchOutcome:
 *
 * Signal: `stopped` (the reading of `payload:` is to end).
 */
G_DECLARE_FINAL_TYPE (ActSearchOutcome, act_search_outcome, ACT, SEARCH_OUTCOME, GtkWidget)

GtkWidget *act_search_outcome_new          (void);
void       act_search_outcome_show_problem (ActSearchOutcome *self,
                                            const char       *problem);
void       act_search_outcome_show_count   (ActSearchOutcome *self,
                                            guint             n_events,
                                            gboolean          scan_stopped);
void       act_search_outcome_show_waiting (ActSearchOutcome *self);
void       act_search_outcome_show_scan    (ActSearchOutcome *self,
                                            guint             n_read,
                                            guint             n_total);

G_END_DECLS
