/* How the outcome of a run looks
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-look.h"

static const char *const css_classes[ACT_N_RUN_OUTCOMES] = {
  [ACT_RUN_OUTCOME_RUNNING] = "accent",
  [ACT_RUN_OUTCOME_SUCCEEDED] = "success",
  [ACT_RUN_OUTCOME_RETRYING] = "warning",
  [ACT_RUN_OUTCOME_FAILED] = "error",
  [ACT_RUN_OUTCOME_UNKNOWN] = "dim-label",
};

/**
 * act_run_look_apply:
 * @widget: what shows the outcome, with an icon or in words
 * @outcome: how a run stands
 *
 * Gives a widget the colour of an outcome. The colour never stands alone: the icon, or the words, say
 * the same.
 */
void
act_run_look_apply (GtkWidget    *widget,
                    ActRunOutcome outcome)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail ((guint) outcome < ACT_N_RUN_OUTCOMES);

  for (guint i = 0; i < ACT_N_RUN_OUTCOMES; i++)
    gtk_widget_remove_css_class (widget, css_classes[i]);
  gtk_widget_add_css_class (widget, css_classes[outcome]);
}
