/* The cell with the kind's icon and the event name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-name-cell.h"

#include "act-cut-text.h"
#include "act-safe-text.h"

struct _ActNameCell
{
  ActEventCell parent_instance;

  GtkWidget      *box;
  GtkImage       *image;
  GtkInscription *inscription;
};

G_DEFINE_FINAL_TYPE (ActNameCell, act_name_cell, ACT_TYPE_EVENT_CELL)

static gboolean
query_tooltip_cb (GtkWidget   *widget,
                  int          x,
                  int          y,
                  gboolean     keyboard_mode,
                  GtkTooltip  *tooltip,
                  ActNameCell *self)
{
  const char *name = gtk_inscription_get_text (self->inscription);

  if (name == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static void
act_name_cell_show_record (ActEventCell         *cell,
                           const ActEventRecord *record)
{
  ActNameCell     *self = ACT_NAME_CELL (cell);
  g_autofree char *name = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (record == NULL)
    {
      gtk_image_clear (self->image);
      gtk_inscription_set_text (self->inscription, NULL);
      return;
    }

  name = act_safe_text_line (record->event->name);
  attributes = act_row_look_make_attributes (act_event_cell_get_look (cell), ACT_SEARCH_NAME, name);
  gtk_image_set_from_icon_name (self->image, act_event_kind_get_icon_name (record->kind));
  gtk_inscription_set_text (self->inscription, name);
  gtk_inscription_set_attributes (self->inscription, attributes);
}

static void
act_name_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_NAME_CELL);

  G_OBJECT_CLASS (act_name_cell_parent_class)->dispose (object);
}

static void
act_name_cell_class_init (ActNameCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_name_cell_dispose;
  ACT_EVENT_CELL_CLASS (klass)->show_record = act_name_cell_show_record;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-name-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActNameCell, box);
  gtk_widget_class_bind_template_child (widget_class, ActNameCell, image);
  gtk_widget_class_bind_template_child (widget_class, ActNameCell, inscription);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
act_name_cell_init (ActNameCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  act_cut_text_add_tooltip (self->inscription);
}

/**
 * act_name_cell_new:
 * @compact: whether there is room for the icon only
 * @look: how the list shows things
 *
 * Creates a cell.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
act_name_cell_new (gboolean    compact,
                   ActRowLook *look)
{
  ActNameCell *self = g_object_new (ACT_TYPE_NAME_CELL, NULL);

  act_event_cell_set_look (ACT_EVENT_CELL (self), look);
  gtk_widget_set_visible (GTK_WIDGET (self->inscription), !compact);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->image), compact);

  return GTK_WIDGET (self);
}
