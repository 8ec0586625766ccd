/* What became of a run, in large letters, and what that means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-heading.h"

#include "act-run-look.h"
#include "act-run-text.h"
#include "act-safe-text.h"

/* A label lays out its whole text at once, so it cannot take a text of any length. */
#define MAX_ERROR 16384

struct _ActRunHeading
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *outcome;
  GtkWidget *icon;
  GtkWidget *status;
  GtkWidget *meaning;
  GtkWidget *error;
  GtkWidget *goes_on;
};

G_DEFINE_FINAL_TYPE (ActRunHeading, act_run_heading, GTK_TYPE_WIDGET)

static void
show_error_text (ActRunHeading *self,
                 const char    *error)
{
  g_autofree char *safe = NULL;

  if (error != NULL && *error != '\0')
    safe = act_safe_text_block_n (error, MAX_ERROR);

  gtk_label_set_text (GTK_LABEL (self->error), safe != NULL ? safe : "");
  gtk_widget_set_visible (self->error, safe != NULL);
  gtk_widget_set_visible (self->goes_on, safe != NULL && g_utf8_strlen (error, -1) > MAX_ERROR);
}

static void
act_run_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_RUN_HEADING);

  G_OBJECT_CLASS (act_run_heading_parent_class)->dispose (object);
}

static void
act_run_heading_class_init (ActRunHeadingClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_heading_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunHeading, box);
  gtk_widget_class_bind_template_child (widget_class, ActRunHeading, outcome);
  gtk_widget_class_bind_template_child (widget_class, ActRunHeading, icon);
  gtk_widget_class_bind_template_child (widget_class, ActRunHeading, status);
  gtk_widget_class_bind_template_child (widget_class, ActRunHeading, meaning);
  gtk_widget_class_bind_template_child (widget_class, ActRunHeading, error);
  gtk_widget_class_bind_template_child (widget_class, ActRunHeading, goes_on);
}

static void
act_run_heading_init (ActRunHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_heading_new:
 *
 * Returns: (transfer floating): a heading without a run
 */
GtkWidget *
act_run_heading_new (void)
{
  return g_object_new (ACT_TYPE_RUN_HEADING, NULL);
}

/**
 * act_run_heading_set_run:
 * @run: the run whose status is to be shown
 */
void
act_run_heading_set_run (ActRunHeading           *self,
                         const ActIntegrationRun *run)
{
  g_autofree char *status = NULL;
  ActRunOutcome    outcome = ACT_RUN_OUTCOME_UNKNOWN;

  g_return_if_fail (ACT_IS_RUN_HEADING (self));
  g_return_if_fail (run != NULL);

  outcome = act_run_status_get_outcome (run->status);
  status = act_run_text_status (run);

  act_run_look_apply (self->outcome, outcome);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), act_run_outcome_get_icon_name (outcome));
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_label_set_text (GTK_LABEL (self->meaning), act_run_text_meaning (run));
  show_error_text (self, run->error);
}
