/* A bar and a line that say how far something is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-progress-view.h"

#include "act-step-text.h"

#define MS_BETWEEN_PULSES 100

struct _ActProgressView
{
  GtkWidget parent_instance;

  GtkBox         *box;
  GtkProgressBar *bar;
  GtkLabel       *label;
  guint           pulse_id; /* while it cannot be counted */
};

G_DEFINE_FINAL_TYPE (ActProgressView, act_progress_view, GTK_TYPE_WIDGET)

static gboolean
pulse_cb (gpointer user_data)
{
  ActProgressView *self = user_data;

  gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static void
act_progress_view_dispose (GObject *object)
{
  ActProgressView *self = ACT_PROGRESS_VIEW (object);

  g_clear_handle_id (&self->pulse_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_PROGRESS_VIEW);

  G_OBJECT_CLASS (act_progress_view_parent_class)->dispose (object);
}

static void
act_progress_view_class_init (ActProgressViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_progress_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-progress-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ActProgressView, bar);
  gtk_widget_class_bind_template_child (widget_class, ActProgressView, box);
  gtk_widget_class_bind_template_child (widget_class, ActProgressView, label);
}

static void
act_progress_view_init (ActProgressView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_progress_view_set:
 * @self: a view
 * @step: what is being done
 * @done: how much of it is done
 * @total: how much there is to do; 0 if it cannot be counted
 *
 * Shows how far it is.
 */
void
act_progress_view_set (ActProgressView *self,
                       ActStep          step,
                       gint64           done,
                       gint64           total)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_PROGRESS_VIEW (self));

  text = act_step_text (step, done, total);
  gtk_label_set_label (self->label, text);

  if (total > 0)
    {
      g_clear_handle_id (&self->pulse_id, g_source_remove);
      gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) done / (double) total, 0, 1));
    }
  else if (self->pulse_id == 0)
    self->pulse_id = g_timeout_add (MS_BETWEEN_PULSES, pulse_cb, self);
}

/**
 * act_progress_view_clear:
 * @self: a view
 *
 * Forgets what was shown: nothing is under way any more.
 */
void
act_progress_view_clear (ActProgressView *self)
{
  g_return_if_fail (ACT_IS_PROGRESS_VIEW (self));

  g_clear_handle_id (&self->pulse_id, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_label_set_label (self->label, "");
}
