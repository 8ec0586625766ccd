/* One row of a log
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-log-cell.h"

#include "act-text-search.h"

#include <string.h>

/* A row is not longer than that; one that is has its first matches marked. */
#define MAX_MARKED 200

struct _ActLogCell
{
  GtkWidget parent_instance;

  ActLogFinder *finder; /* (owned) */

  GtkInscription *inscription;
};

G_DEFINE_FINAL_TYPE (ActLogCell, act_log_cell, GTK_TYPE_WIDGET)

/* Bold and underlined too, for whoever cannot tell the colours apart. */
static void
mark (PangoAttrList      *attributes,
      const ActTextMatch *match)
{
  PangoAttribute *parts[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
    pango_attr_background_new (0xf6f6, 0xd3d3, 0x2d2d),
    pango_attr_foreground_new (0, 0, 0),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i]->start_index = match->start;
      parts[i]->end_index = match->start + match->length;
      pango_attr_list_insert (attributes, parts[i]);
    }
}

static void
mark_matches (ActLogCell *self)
{
  const char *text = gtk_inscription_get_text (self->inscription);
  const char *needle = act_log_finder_get_needle (self->finder);
  g_autoptr (GArray) matches = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (text != NULL && *needle != '\0')
    {
      attributes = pango_attr_list_new ();
      matches = act_text_search_find (text, strlen (text), needle, MAX_MARKED, NULL);
      for (guint i = 0; i < matches->len; i++)
        mark (attributes, &g_array_index (matches, ActTextMatch, i));
    }

  gtk_inscription_set_attributes (self->inscription, attributes);
}

static void
act_log_cell_dispose (GObject *object)
{
  ActLogCell *self = ACT_LOG_CELL (object);

  g_clear_object (&self->finder);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_LOG_CELL);

  G_OBJECT_CLASS (act_log_cell_parent_class)->dispose (object);
}

static void
act_log_cell_class_init (ActLogCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_log_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-log-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActLogCell, inscription);
}

static void
act_log_cell_init (ActLogCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_log_cell_new:
 * @finder: knows what is searched for
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
act_log_cell_new (ActLogFinder *finder)
{
  ActLogCell *self = NULL;

  g_return_val_if_fail (ACT_IS_LOG_FINDER (finder), NULL);

  self = g_object_new (ACT_TYPE_LOG_CELL, NULL);
  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "notify::needle", G_CALLBACK (mark_matches), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * act_log_cell_set_line:
 * @line: (nullable): what to show
 */
void
act_log_cell_set_line (ActLogCell *self,
                       ActLogLine *line)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACT_IS_LOG_CELL (self));
  g_return_if_fail (line == NULL || ACT_IS_LOG_LINE (line));

  if (line != NULL)
    text = act_log_line_dup_shown (line);

  gtk_inscription_set_text (self->inscription, text);
  mark_matches (self);
}
