/* One external mapping, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-item.h"

#include "act-search-words.h"

struct _ActMappingItem
{
  GObject parent_instance;

  ActExternalMapping *mapping;     /* (owned) */
  char               *entity_name; /* (owned) (nullable) */
  char               *folded;      /* (owned): what a search looks in */
};

G_DEFINE_FINAL_TYPE (ActMappingItem, act_mapping_item, G_TYPE_OBJECT)

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
fold (const ActExternalMapping *mapping,
      const char               *entity_name)
{
  g_autofree char *all = g_strjoin (" ", or_empty (mapping->external_id),
                                    or_empty (mapping->external_system),
                                    or_empty (mapping->external_table),
                                    or_empty (mapping->entity_type),
                                    or_empty (mapping->entity_id), or_empty (entity_name), NULL);

  return act_search_words_fold (all);
}

static void
act_mapping_item_finalize (GObject *object)
{
  ActMappingItem *self = ACT_MAPPING_ITEM (object);

  act_external_mapping_free (self->mapping);
  g_free (self->entity_name);
  g_free (self->folded);

  G_OBJECT_CLASS (act_mapping_item_parent_class)->finalize (object);
}

static void
act_mapping_item_class_init (ActMappingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_mapping_item_finalize;
}

static void
act_mapping_item_init (ActMappingItem *self)
{
}

/**
 * act_mapping_item_new:
 * @mapping: a mapping
 * @entity_name: (nullable): what its entity is called
 *
 * Returns: (transfer full): an item that holds copies
 */
ActMappingItem *
act_mapping_item_new (const ActExternalMapping *mapping,
                      const char               *entity_name)
{
  ActMappingItem *self = NULL;

  g_return_val_if_fail (mapping != NULL, NULL);

  self = g_object_new (ACT_TYPE_MAPPING_ITEM, NULL);
  self->mapping = act_external_mapping_copy (mapping);
  self->entity_name = g_strdup (entity_name);
  self->folded = fold (mapping, entity_name);

  return self;
}

/**
 * act_mapping_item_get_mapping:
 *
 * Returns: (transfer none): the mapping
 */
const ActExternalMapping *
act_mapping_item_get_mapping (ActMappingItem *self)
{
  g_return_val_if_fail (ACT_IS_MAPPING_ITEM (self), NULL);

  return self->mapping;
}

/**
 * act_mapping_item_get_entity_name:
 *
 * Returns: (transfer none) (nullable): what the mapping's entity is called
 */
const char *
act_mapping_item_get_entity_name (ActMappingItem *self)
{
  g_return_val_if_fail (ACT_IS_MAPPING_ITEM (self), NULL);

  return self->entity_name;
}

/**
 * act_mapping_item_match:
 * @words: (array zero-terminated=1): what act_search_words_split() gave
 * @system: (nullable): the only external system that is wanted
 *
 * Returns: whether the mapping is of this system, and its texts together have all words
 */
gboolean
act_mapping_item_match (ActMappingItem    *self,
                        const char *const *words,
                        const char        *system)
{
  g_return_val_if_fail (ACT_IS_MAPPING_ITEM (self), FALSE);

  if (system != NULL && g_strcmp0 (system, self->mapping->external_system) != 0)
    return FALSE;

  return act_search_words_match (words, self->folded);
}
