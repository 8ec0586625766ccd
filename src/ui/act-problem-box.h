/* Why something that the user asked for did not happen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-error-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_PROBLEM_BOX (act_problem_box_get_type ())

/**
 * ActProblemBox:
 *
 * A box on a page: title, cause, advice and what the server said, announced to assistive technology
 * when it appears. Hidden while there is no problem.
 */
G_DECLARE_FINAL_TYPE (ActProblemBox, act_problem_box, ACT, PROBLEM_BOX, GtkWidget)

GtkWidget *act_problem_box_new        (void);
void       act_problem_box_show_error (ActProblemBox *self,
                                       const GError  *error);
void       act_problem_box_show_text  (ActProblemBox *self,
                                       const char    *title,
                                       const char    *text);
void       act_problem_box_hide       (ActProblemBox *self);

G_END_DECLS
