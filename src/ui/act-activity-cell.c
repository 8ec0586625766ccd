/* One activity in a list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-cell.h"

#include "act-activity-text.h"
#include "act-time-text.h"
#include "act-time.h"

struct _ActActivityCell
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *about;
  GtkWidget *results;
};

G_DEFINE_FINAL_TYPE (ActActivityCell, act_activity_cell, GTK_TYPE_WIDGET)

static void
act_activity_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_ACTIVITY_CELL);

  G_OBJECT_CLASS (act_activity_cell_parent_class)->dispose (object);
}

static void
act_activity_cell_class_init (ActActivityCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_activity_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-activity-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActActivityCell, box);
  gtk_widget_class_bind_template_child (widget_class, ActActivityCell, title);
  gtk_widget_class_bind_template_child (widget_class, ActActivityCell, about);
  gtk_widget_class_bind_template_child (widget_class, ActActivityCell, results);
}

static void
act_activity_cell_init (ActActivityCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_activity_cell_new:
 *
 * Returns: (transfer floating): a cell of nothing
 */
GtkWidget *
act_activity_cell_new (void)
{
  return g_object_new (ACT_TYPE_ACTIVITY_CELL, NULL);
}

/* The row is named by what the cell says, as the list view names it only by its type. */
static void
name_row (ActActivityCell *self,
          const char      *name)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * act_activity_cell_set_activity:
 * @self: a cell
 * @activity: an activity
 *
 * Shows it.
 */
void
act_activity_cell_set_activity (ActActivityCell   *self,
                                const ActActivity *activity)
{
  g_autofree char *title = act_activity_text_title (activity);
  g_autofree char *about = act_activity_text_about (activity);
  g_autofree char *results = act_activity_text_results (activity);
  g_autofree char *time = act_time_text_short (activity->time, act_time_now ());
  g_autofree char *when = g_strdup_printf ("%s · %s", time, results);
  g_autofree char *name = NULL;

  g_return_if_fail (ACT_IS_ACTIVITY_CELL (self));

  name = g_strjoin (", ", title, when, about, NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->title), title);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->about), about);
  gtk_widget_set_visible (self->about, about != NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->results), when);
  name_row (self, name);
}
