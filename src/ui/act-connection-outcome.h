/* What came of a test of a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-report-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CONNECTION_OUTCOME (act_connection_outcome_get_type ())

/**
 * ActConnectionOutcome:
 *
 * A box in a form: a test is under way, or what came of it, and a button for what can be done about it.
 * Hidden while there is nothing to say; announced to assistive technology. Signal: `accepted`, when the
 * button is pressed.
 */
G_DECLARE_FINAL_TYPE (ActConnectionOutcome, act_connection_outcome, ACT, CONNECTION_OUTCOME, GtkWidget)

GtkWidget *act_connection_outcome_new          (void);
void       act_connection_outcome_show_testing (ActConnectionOutcome          *self,
                                                const char                    *text);
void       act_connection_outcome_show_text    (ActConnectionOutcome          *self,
                                                const ActConnectionReportText *text,
                                                gboolean                       is_good,
                                                const char                    *button);
void       act_connection_outcome_show         (ActConnectionOutcome          *self,
                                                const char                    *title,
                                                const char                    *text,
                                                const char                    *button);
void       act_connection_outcome_show_error   (ActConnectionOutcome          *self,
                                                const GError                  *error);
void       act_connection_outcome_hide         (ActConnectionOutcome          *self);

G_END_DECLS
