/* A mapping as a row of the list of its entity's mappings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-row.h"

#include "act-mapping-cell.h"

struct _ActMappingRow
{
  GtkListBoxRow parent_instance;

  ActExternalMapping *mapping; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ActMappingRow, act_mapping_row, GTK_TYPE_LIST_BOX_ROW)

/* The row takes its child away by itself, so the template must not do so before. */
static void
act_mapping_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_MAPPING_ROW);

  G_OBJECT_CLASS (act_mapping_row_parent_class)->dispose (object);
}

static void
act_mapping_row_finalize (GObject *object)
{
  ActMappingRow *self = ACT_MAPPING_ROW (object);

  act_external_mapping_free (self->mapping);

  G_OBJECT_CLASS (act_mapping_row_parent_class)->finalize (object);
}

static void
act_mapping_row_class_init (ActMappingRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_row_dispose;
  object_class->finalize = act_mapping_row_finalize;

  g_type_ensure (ACT_TYPE_MAPPING_CELL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-row.ui");
}

static void
act_mapping_row_init (ActMappingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_mapping_row_new:
 * @mapping: what to show
 * @entity_name: (nullable): what its entity is called
 *
 * Returns: (transfer floating): a row that can be activated
 */
GtkWidget *
act_mapping_row_new (const ActExternalMapping *mapping,
                     const char               *entity_name)
{
  ActMappingRow  *self = NULL;
  ActMappingCell *cell = NULL;

  g_return_val_if_fail (mapping != NULL, NULL);

  self = g_object_new (ACT_TYPE_MAPPING_ROW, NULL);
  self->mapping = act_external_mapping_copy (mapping);
  cell = ACT_MAPPING_CELL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)));
  act_mapping_cell_set_mapping (cell, mapping, entity_name);
  act_mapping_cell_show_entity (cell, FALSE);

  return GTK_WIDGET (self);
}

/**
 * act_mapping_row_get_mapping:
 *
 * Returns: (transfer none): what it shows
 */
const ActExternalMapping *
act_mapping_row_get_mapping (ActMappingRow *self)
{
  g_return_val_if_fail (ACT_IS_MAPPING_ROW (self), NULL);

  return self->mapping;
}
