/* A mapping in a list: the external id, where it is, and whose it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-cell.h"

#include "act-accessible.h"
#include "act-cut-text.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

struct _ActMappingCell
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkInscription *id;
  GtkInscription *place;
  GtkInscription *entity;
};

G_DEFINE_FINAL_TYPE (ActMappingCell, act_mapping_cell, GTK_TYPE_WIDGET)

static char *
describe_place (const ActExternalMapping *mapping)
{
  g_autofree char *system = act_safe_text_line (mapping->external_system);
  g_autofree char *table = act_safe_text_line (mapping->external_table);

  if (mapping->configuration_id != NULL)
    /* Translators: another system and its table, such as "Stripe · Customer" */
    return g_strdup_printf (C_ ("mapping", "%s · %s · only for one integration"), system, table);

  /* Translators: another system and its table, such as "Stripe · Customer" */
  return g_strdup_printf (C_ ("mapping", "%s · %s"), system, table);
}

static char *
describe_entity (const ActExternalMapping *mapping,
                 const char               *entity_name)
{
  g_autofree char *type = act_safe_text_line (mapping->entity_type);
  g_autofree char *name = NULL;

  if (entity_name != NULL)
    name = act_safe_text_line (entity_name);
  else
    name = act_safe_text_id (mapping->entity_id);

  /* Translators: a kind of entity and its name or id, such as "Account: Northwind" */
  return g_strdup_printf (C_ ("mapping", "%s: %s"), type, name);
}

static void
act_mapping_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACT_TYPE_MAPPING_CELL);

  G_OBJECT_CLASS (act_mapping_cell_parent_class)->dispose (object);
}

static void
act_mapping_cell_class_init (ActMappingCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_mapping_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-mapping-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, ActMappingCell, box);
  gtk_widget_class_bind_template_child (widget_class, ActMappingCell, id);
  gtk_widget_class_bind_template_child (widget_class, ActMappingCell, place);
  gtk_widget_class_bind_template_child (widget_class, ActMappingCell, entity);
}

static void
act_mapping_cell_init (ActMappingCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  act_cut_text_add_tooltip (self->id);
  act_cut_text_add_tooltip (self->place);
  act_cut_text_add_tooltip (self->entity);
}

/**
 * act_mapping_cell_new:
 *
 * Returns: (transfer floating): a cell without a mapping
 */
GtkWidget *
act_mapping_cell_new (void)
{
  return g_object_new (ACT_TYPE_MAPPING_CELL, NULL);
}

/**
 * act_mapping_cell_set_mapping:
 * @mapping: what to show
 * @entity_name: (nullable): what its entity is called
 *
 * Shows a mapping, and names the row that the cell is in after it.
 */
void
act_mapping_cell_set_mapping (ActMappingCell           *self,
                              const ActExternalMapping *mapping,
                              const char               *entity_name)
{
  g_autofree char *id = NULL;
  g_autofree char *place = NULL;
  g_autofree char *entity = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (ACT_IS_MAPPING_CELL (self));
  g_return_if_fail (mapping != NULL);

  id = act_safe_text_id (mapping->external_id);
  place = describe_place (mapping);
  entity = describe_entity (mapping, entity_name);
  /* Translators: a mapping: external id, where, and whose */
  spoken = g_strdup_printf (C_ ("mapping", "%s, %s, %s"), id, place, entity);

  gtk_inscription_set_text (self->id, id);
  gtk_inscription_set_text (self->place, place);
  gtk_inscription_set_text (self->entity, entity);
  act_accessible_name_widget (gtk_widget_get_parent (GTK_WIDGET (self)), spoken);
}

/**
 * act_mapping_cell_show_entity:
 * @show: whether the entity is seen; what is said of the row names it anyway
 *
 * Leaves the entity out where it goes without saying.
 */
void
act_mapping_cell_show_entity (ActMappingCell *self,
                              gboolean        show)
{
  g_return_if_fail (ACT_IS_MAPPING_CELL (self));

  gtk_widget_set_visible (GTK_WIDGET (self->entity), show);
}
