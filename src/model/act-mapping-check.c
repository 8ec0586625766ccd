/* What stands against a mapping that is about to be made
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-check.h"

typedef gboolean (*ActMappingTest) (const ActExternalMapping *candidate,
                                    const ActExternalMapping *mapping);

/* Events, configurations and mappings differ in how they write the same name. */
static gboolean
is_same_word (const char *a,
              const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

static gboolean
is_same_entity (const ActExternalMapping *a,
                const ActExternalMapping *b)
{
  return is_same_word (a->entity_type, b->entity_type) &&
         is_same_word (a->entity_id, b->entity_id);
}

static gboolean
is_duplicate (const ActExternalMapping *candidate,
              const ActExternalMapping *mapping)
{
  return is_same_entity (candidate, mapping) &&
         is_same_word (candidate->external_system, mapping->external_system) &&
         is_same_word (candidate->external_table, mapping->external_table) &&
         !act_external_mapping_says_the_same (candidate, mapping);
}

static gboolean
is_other (const ActExternalMapping *candidate,
          const ActExternalMapping *mapping)
{
  return !is_same_entity (candidate, mapping);
}

static const ActExternalMapping *
find (GPtrArray                *mappings,
      const ActExternalMapping *mapping,
      ActMappingTest            test)
{
  for (guint i = 0; mappings != NULL && i < mappings->len; i++)
    {
      const ActExternalMapping *candidate = g_ptr_array_index (mappings, i);
      gboolean                  is_itself = mapping->id != NULL &&
                           g_strcmp0 (candidate->id, mapping->id) == 0;

      if (!is_itself && test (candidate, mapping))
        return candidate;
    }

  return NULL;
}

/**
 * act_mapping_check_find_same:
 * @mappings: (nullable) (element-type ActExternalMapping): what there is
 * @mapping: what is about to be made or changed
 *
 * Finds a mapping that says just what @mapping is to say. Any thread.
 *
 * Returns: (transfer none) (nullable): another mapping than @mapping itself
 */
const ActExternalMapping *
act_mapping_check_find_same (GPtrArray                *mappings,
                             const ActExternalMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);

  return find (mappings, mapping, act_external_mapping_says_the_same);
}

/**
 * act_mapping_check_find_duplicate:
 * @mappings: (nullable) (element-type ActExternalMapping): what there is
 * @mapping: what is about to be made or changed
 *
 * Finds a mapping of the same entity to the same table that says something else: with two of them an
 * integration may take either. Any thread.
 *
 * Returns: (transfer none) (nullable): another mapping than @mapping itself
 */
const ActExternalMapping *
act_mapping_check_find_duplicate (GPtrArray                *mappings,
                                  const ActExternalMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);

  return find (mappings, mapping, is_duplicate);
}

/**
 * act_mapping_check_find_other:
 * @mappings: (nullable) (element-type ActExternalMapping): the mappings of the same external record
 * @mapping: what is about to be made or changed
 *
 * Finds a mapping of another entity. Any thread.
 *
 * Returns: (transfer none) (nullable): another mapping than @mapping itself
 */
const ActExternalMapping *
act_mapping_check_find_other (GPtrArray                *mappings,
                              const ActExternalMapping *mapping)
{
  g_return_val_if_fail (mapping != NULL, NULL);

  return find (mappings, mapping, is_other);
}

/**
 * act_mapping_check_find_by_system:
 * @mappings: (nullable) (element-type ActExternalMapping): what there is
 * @external_system: (nullable): a system's name, in any case
 *
 * Finds a mapping to a system. Any thread.
 *
 * Returns: (transfer none) (nullable): the mapping
 */
const ActExternalMapping *
act_mapping_check_find_by_system (GPtrArray  *mappings,
                                  const char *external_system)
{
  for (guint i = 0; mappings != NULL && i < mappings->len; i++)
    {
      const ActExternalMapping *candidate = g_ptr_array_index (mappings, i);

      if (is_same_word (candidate->external_system, external_system))
        return candidate;
    }

  return NULL;
}
