/* The cell that says whether the event is actioned
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-status-cell.h"

#include "act-event-text.h"
#include "act-status-chip.h"
#include "act-time-text.h"
#include "act-time.h"

struct _ActStatusCell
{
  ActEventCell parent_instance;

  GtkWidget      *box;
  GtkImage       *image;
  GtkWidget      *words;
  GtkInscription *word;
  GtkInscription *detail;
};

G_DEFINE_FINAL_TYPE (ActStatusCell, act_status_cell, ACT_TYPE_EVENT_CELL)

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    present)
{
  if (present)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* There is room for one thing: when the event was actioned, or what is special about it. Both are in
 * the tooltip. */
static char *
describe_in_short (const ActEventRecord *record)
{
  gint64 now = act_time_now ();

  if (record->status == ACT_EVENT_STATUS_ELSEWHERE &&
      record->event->actioned_time != ACT_TIME_UNKNOWN)
    return act_time_text_short (record->event->actioned_time, now);

  if (act_status_chip_get_reason (record->status) != NULL)
    return g_strdup (act_status_chip_get_reason (record->status));

  return act_status_chip_describe_rest (record, now);
}

static gboolean
query_tooltip_cb (GtkWidget     *widget,
                  int            x,
                  int            y,
                  gboolean       keyboard_mode,
                  GtkTooltip    *tooltip,
                  ActStatusCell *self)
{
  ActEventRow          *row = act_event_cell_get_row (ACT_EVENT_CELL (self));
  const ActEventRecord *record = row != NULL ? act_event_row_get_record (row) : NULL;
  g_autofree char      *text = NULL;

  if (record == NULL)
    return FALSE;

  text = act_event_text_status_detail (record, act_time_now ());

  /* What can be read already needs no tooltip. */
  if (gtk_widget_get_visible (self->words) &&
      g_str_equal (text, act_event_text_status (record->status)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
act_status_cell_show_record (ActEventCell         *cell,
                             const ActEventRecord *record)
{
  ActStatusCell   *self = ACT_STATUS_CELL (cell);
  g_autofree char *detail = NULL;
  const char      *word = NULL;
  const char      *icon_name = NULL;
  gboolean         actioned = FALSE;

  if (record != NULL)
    {
      detail = describe_in_short (record);
      word = act_event_text_status (record->status);
      icon_name = act_status_chip_get_icon_name (record->status);
      actioned = act_event_status_is_actioned (record->status);
    }

  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->image), icon_name != NULL);
  gtk_inscription_set_text (self->word, word);
  gtk_inscription_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  set_css_class (GTK_WIDGET (self), "actioned", actioned);
  set_css_class (self->box, "dim-label", !actioned);
}

static void
act_status_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_STATUS_CELL);

  G_OBJECT_CLASS (act_status_cell_parent_class)->dispose (object);
}

static void
act_status_cell_class_init (ActStatusCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_status_cell_dispose;
  ACT_EVENT_CELL_CLASS (klass)->show_record = act_status_cell_show_record;

  gtk_widget_class_set_css_name (widget_class, "statuscell");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-status-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActStatusCell, box);
  gtk_widget_class_bind_template_child (widget_class, ActStatusCell, image);
  gtk_widget_class_bind_template_child (widget_class, ActStatusCell, word);
  gtk_widget_class_bind_template_child (widget_class, ActStatusCell, words);
  gtk_widget_class_bind_template_child (widget_class, ActStatusCell, detail);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
act_status_cell_init (ActStatusCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_status_cell_new:
 * @compact: whether there is room for the icon only
 *
 * Creates a cell.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
act_status_cell_new (gboolean compact)
{
  ActStatusCell *self = g_object_new (ACT_TYPE_STATUS_CELL, NULL);

  gtk_widget_set_visible (self->words, !compact);

  return GTK_WIDGET (self);
}
