/* The cell that says when it happened
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-date-cell.h"

#include "act-time-text.h"
#include "act-time.h"

struct _ActDateCell
{
  ActEventCell parent_instance;

  GtkInscription *inscription;
};

G_DEFINE_FINAL_TYPE (ActDateCell, act_date_cell, ACT_TYPE_EVENT_CELL)

static gboolean
query_tooltip_cb (GtkInscription *inscription,
                  int             x,
                  int             y,
                  gboolean        keyboard_mode,
                  GtkTooltip     *tooltip,
                  ActDateCell    *self)
{
  ActEventRow          *row = act_event_cell_get_row (ACT_EVENT_CELL (self));
  const ActEventRecord *record = row != NULL ? act_event_row_get_record (row) : NULL;
  g_autofree char      *exact = NULL;

  if (record == NULL)
    return FALSE;

  exact = act_time_text_exact (act_event_record_get_time (record));
  gtk_tooltip_set_text (tooltip, exact);
  return TRUE;
}

static void
act_date_cell_show_record (ActEventCell         *cell,
                           const ActEventRecord *record)
{
  ActDateCell     *self = ACT_DATE_CELL (cell);
  g_autofree char *date = NULL;

  if (record != NULL)
    date = act_time_text_short (act_event_record_get_time (record), act_time_now ());

  gtk_inscription_set_text (self->inscription, date);
}

static void
act_date_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_DATE_CELL);

  G_OBJECT_CLASS (act_date_cell_parent_class)->dispose (object);
}

static void
act_date_cell_class_init (ActDateCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_date_cell_dispose;
  ACT_EVENT_CELL_CLASS (klass)->show_record = act_date_cell_show_record;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-date-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActDateCell, inscription);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
act_date_cell_init (ActDateCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
