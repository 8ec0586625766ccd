/* One run in the drawing of a history
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-mark.h"

#include "act-accessible.h"
#include "act-run-look.h"
#include "act-run-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

struct _ActRunMark
{
  GtkButton parent_instance;

  char    *run_id; /* (owned) */
  gboolean is_current;

  GtkWidget *icon;
  GtkWidget *day;
};

G_DEFINE_FINAL_TYPE (ActRunMark, act_run_mark, GTK_TYPE_BUTTON)

static void
act_run_mark_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_RUN_MARK);

  G_OBJECT_CLASS (act_run_mark_parent_class)->dispose (object);
}

static void
act_run_mark_finalize (GObject *object)
{
  ActRunMark *self = ACT_RUN_MARK (object);

  g_free (self->run_id);

  G_OBJECT_CLASS (act_run_mark_parent_class)->finalize (object);
}

static void
act_run_mark_class_init (ActRunMarkClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_run_mark_dispose;
  object_class->finalize = act_run_mark_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-run-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRunMark, icon);
  gtk_widget_class_bind_template_child (widget_class, ActRunMark, day);
}

static void
act_run_mark_init (ActRunMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_run_mark_new:
 * @run: a run
 * @is_current: whether it is the one that the rest of the page is about
 *
 * Returns: (transfer floating): a mark: its icon and colour say what became of the run
 */
GtkWidget *
act_run_mark_new (const ActIntegrationRun *run,
                  gboolean                 is_current)
{
  ActRunMark      *self = g_object_new (ACT_TYPE_RUN_MARK, NULL);
  ActRunOutcome    outcome = act_run_status_get_outcome (run->status);
  g_autofree char *day = act_run_text_day (act_integration_run_get_time (run));
  g_autofree char *name = act_run_text_mark (run, act_time_now ());
  g_autofree char *whole = NULL;

  self->run_id = g_strdup (run->id);
  self->is_current = is_current;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), act_run_outcome_get_icon_name (outcome));
  act_run_look_apply (self->icon, outcome);
  gtk_label_set_text (GTK_LABEL (self->day), day);

  if (is_current)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "current");
      /* Translators: one of several runs, as in "3 March 14:02: Failed", that is shown on this page */
      whole = g_strdup_printf (_ ("%s, shown here"), name);
    }

  act_accessible_name_widget (GTK_WIDGET (self), whole != NULL ? whole : name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole != NULL ? whole : name);

  return GTK_WIDGET (self);
}

/**
 * act_run_mark_get_run_id:
 *
 * Returns: the id of the run that the mark stands for
 */
const char *
act_run_mark_get_run_id (ActRunMark *self)
{
  g_return_val_if_fail (ACT_IS_RUN_MARK (self), NULL);

  return self->run_id;
}

/**
 * act_run_mark_is_current:
 *
 * Returns: whether it stands for the run that the rest of the page is about
 */
gboolean
act_run_mark_is_current (ActRunMark *self)
{
  g_return_val_if_fail (ACT_IS_RUN_MARK (self), FALSE);

  return self->is_current;
}

/**
 * act_run_mark_get_icon:
 *
 * Returns: (transfer none): the icon, which the line of the history passes through
 */
GtkWidget *
act_run_mark_get_icon (ActRunMark *self)
{
  g_return_val_if_fail (ACT_IS_RUN_MARK (self), NULL);

  return self->icon;
}
