/* A cell with a line of text: message, integration or account
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-text-cell.h"

#include "act-cut-text.h"

struct _ActTextCell
{
  ActEventCell parent_instance;

  ActTextCellFunc get_text;
  GtkInscription *inscription;
};

G_DEFINE_FINAL_TYPE (ActTextCell, act_text_cell, ACT_TYPE_EVENT_CELL)

static void
act_text_cell_show_record (ActEventCell         *cell,
                           const ActEventRecord *record)
{
  ActTextCell     *self = ACT_TEXT_CELL (cell);
  g_autofree char *text = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (record != NULL)
    text = self->get_text (record);

  attributes = act_row_look_make_attributes (act_event_cell_get_look (cell), ACT_SEARCH_WORDS, text);
  gtk_inscription_set_text (self->inscription, text);
  gtk_inscription_set_attributes (self->inscription, attributes);
}

static void
act_text_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_TEXT_CELL);

  G_OBJECT_CLASS (act_text_cell_parent_class)->dispose (object);
}

static void
act_text_cell_class_init (ActTextCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_text_cell_dispose;
  ACT_EVENT_CELL_CLASS (klass)->show_record = act_text_cell_show_record;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-text-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActTextCell, inscription);
}

static void
act_text_cell_init (ActTextCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  act_cut_text_add_tooltip (self->inscription);
}

/**
 * act_text_cell_new:
 * @get_text: gives the text of a record
 * @look: how the list shows things
 *
 * Creates a cell that shows what @get_text says.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
act_text_cell_new (ActTextCellFunc get_text,
                   ActRowLook     *look)
{
  ActTextCell *self = g_object_new (ACT_TYPE_TEXT_CELL, NULL);

  self->get_text = get_text;
  act_event_cell_set_look (ACT_EVENT_CELL (self), look);

  return GTK_WIDGET (self);
}
