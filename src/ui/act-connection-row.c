/* A connection that can be chosen
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-row.h"

#include "act-accessible.h"
#include "act-colour-dot.h"
#include "act-entry-watch.h"

#include <glib/gi18n.h>

struct _ActConnectionRow
{
  GtkListBoxRow parent_instance;

  ActEntryWatch *watch; /* (owned) */
  gboolean       shown;

  ActColourDot *dot;
  GtkLabel     *name;
  GtkLabel     *summary;
  GtkWidget    *condition_box;
  GtkImage     *condition_icon;
  GtkLabel     *condition;
  GtkWidget    *check;
};

G_DEFINE_FINAL_TYPE (ActConnectionRow, act_connection_row, GTK_TYPE_LIST_BOX_ROW)

/* One sentence of all that the row shows, since a row is read as a whole. */
static void
update_accessible (ActConnectionRow *self,
                   const char       *name,
                   const char       *summary,
                   const char       *condition)
{
  g_autoptr (GString) text = g_string_new (name);

  if (self->shown)
    /* Translators: said of the connection that is on the screen. */
    g_string_append_printf (text, ", %s", _ ("shown"));
  if (summary != NULL)
    g_string_append_printf (text, ", %s", summary);
  if (condition != NULL)
    g_string_append_printf (text, ", %s", condition);

  act_accessible_name_widget (GTK_WIDGET (self), text->str);
}

static void
update (ActConnectionRow *self)
{
  ActConnection    *connection = act_connection_entry_get_connection (act_entry_watch_get_entry (self->watch));
  ActEntryCondition condition = act_entry_watch_get_condition (self->watch);
  const char       *text = act_entry_condition_get_text (condition);
  const char       *icon = act_entry_condition_get_icon (condition);
  g_autofree char  *name = act_entry_watch_dup_name (self->watch);
  g_autofree char  *summary = act_entry_watch_dup_summary (self->watch);

  act_colour_dot_set_colour (self->dot, act_connection_get_colour (connection));
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  gtk_label_set_text (self->condition, text != NULL ? text : "");
  gtk_image_set_from_icon_name (self->condition_icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->condition_icon), icon != NULL);
  gtk_widget_set_visible (self->condition_box, text != NULL);
  gtk_widget_set_opacity (self->check, self->shown ? 1 : 0);
  update_accessible (self, name, summary, text);
}

static void
act_connection_row_dispose (GObject *object)
{
  ActConnectionRow *self = ACT_CONNECTION_ROW (object);

  g_clear_object (&self->watch);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_CONNECTION_ROW);

  G_OBJECT_CLASS (act_connection_row_parent_class)->dispose (object);
}

static void
act_connection_row_class_init (ActConnectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_connection_row_dispose;

  g_type_ensure (ACT_TYPE_COLOUR_DOT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionRow, check);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionRow, condition);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionRow, condition_box);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionRow, condition_icon);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionRow, dot);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionRow, name);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionRow, summary);
}

static void
act_connection_row_init (ActConnectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_connection_row_new:
 * @entry: a connection
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
act_connection_row_new (ActConnectionEntry *entry)
{
  ActConnectionRow *self = NULL;

  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (entry), NULL);

  self = g_object_new (ACT_TYPE_CONNECTION_ROW, NULL);
  self->watch = act_entry_watch_new (entry);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * act_connection_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): its connection
 */
ActConnectionEntry *
act_connection_row_get_entry (ActConnectionRow *self)
{
  g_return_val_if_fail (ACT_IS_CONNECTION_ROW (self), NULL);

  return act_entry_watch_get_entry (self->watch);
}

/**
 * act_connection_row_set_shown:
 * @self: a row
 * @shown: whether its connection is the one on the screen
 *
 * Puts a check mark on the row, or takes it away.
 */
void
act_connection_row_set_shown (ActConnectionRow *self,
                              gboolean          shown)
{
  g_return_if_fail (ACT_IS_CONNECTION_ROW (self));

  self->shown = shown;
  update (self);
}
