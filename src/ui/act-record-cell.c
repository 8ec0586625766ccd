/* A record of another system in a list: its name, and its id below
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-record-cell.h"

#include "act-accessible.h"
#include "act-cut-text.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActRecordCell
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkInscription *name;
  GtkInscription *id;
};

G_DEFINE_FINAL_TYPE (ActRecordCell, act_record_cell, GTK_TYPE_WIDGET)

static void
act_record_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_RECORD_CELL);

  G_OBJECT_CLASS (act_record_cell_parent_class)->dispose (object);
}

static void
act_record_cell_class_init (ActRecordCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_record_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-record-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRecordCell, box);
  gtk_widget_class_bind_template_child (widget_class, ActRecordCell, name);
  gtk_widget_class_bind_template_child (widget_class, ActRecordCell, id);
}

static void
act_record_cell_init (ActRecordCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  act_cut_text_add_tooltip (self->name);
  act_cut_text_add_tooltip (self->id);
}

/**
 * act_record_cell_new:
 *
 * Returns: (transfer floating): a cell without a record
 */
GtkWidget *
act_record_cell_new (void)
{
  return g_object_new (ACT_TYPE_RECORD_CELL, NULL);
}

/**
 * act_record_cell_set_item:
 * @item: what to show
 *
 * Shows a record, and names the row that the cell is in after it.
 */
void
act_record_cell_set_item (ActRecordCell *self,
                          ActRecordItem *item)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (ACT_IS_RECORD_CELL (self));
  g_return_if_fail (ACT_IS_RECORD_ITEM (item));

  id = act_safe_text_id (act_record_item_get_id (item));
  name = act_safe_text_line (act_record_item_get_name (item));

  if (act_record_item_get_name (item) == NULL)
    spoken = g_strdup (id);
  else
    /* Translators: a record of another system: its name, its id */
    spoken = g_strdup_printf (C_ ("record", "%s, %s"), name, id);

  gtk_inscription_set_text (self->name, act_record_item_get_name (item) != NULL ? name : id);
  gtk_inscription_set_text (self->id, id);
  gtk_widget_set_visible (GTK_WIDGET (self->id), act_record_item_get_name (item) != NULL);
  act_accessible_name_widget (gtk_widget_get_parent (GTK_WIDGET (self)), spoken);
}
