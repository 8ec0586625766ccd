/* What an external mapping can be made of
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-options.h"

/**
 * act_external_system_new:
 * @name: the system's name
 *
 * Makes a system without tables. Any thread.
 *
 * Returns: (transfer full): the system
 */
ActExternalSystem *
act_external_system_new (const char *name)
{
  ActExternalSystem *self = g_new0 (ActExternalSystem, 1);

  self->name = g_strdup (name);
  self->tables = g_new0 (char *, 1);

  return self;
}

/**
 * act_external_system_free:
 * @self: (transfer full) (nullable): a system
 *
 * Frees a system. Any thread.
 */
void
act_external_system_free (ActExternalSystem *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_strfreev (self->tables);
  g_free (self);
}

/**
 * act_mapping_options_new:
 *
 * Makes options among which there is no choice. Any thread.
 *
 * Returns: (transfer full): the options
 */
ActMappingOptions *
act_mapping_options_new (void)
{
  ActMappingOptions *self = g_new0 (ActMappingOptions, 1);

  self->entity_types = g_new0 (char *, 1);
  self->systems = g_ptr_array_new_with_free_func ((GDestroyNotify) act_external_system_free);

  return self;
}

/**
 * act_mapping_options_free:
 * @self: (transfer full) (nullable): options
 *
 * Frees options. Any thread.
 */
void
act_mapping_options_free (ActMappingOptions *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->entity_types);
  g_ptr_array_unref (self->systems);
  g_free (self->json);
  g_free (self);
}

/**
 * act_mapping_options_find_system:
 * @self: options
 * @name: (nullable): a system's name, in any case, since events and configurations differ in it
 *
 * Finds a system. Any thread.
 *
 * Returns: (transfer none) (nullable): the system
 */
const ActExternalSystem *
act_mapping_options_find_system (const ActMappingOptions *self,
                                 const char              *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; name != NULL && i < self->systems->len; i++)
    {
      const ActExternalSystem *system = g_ptr_array_index (self->systems, i);

      if (g_ascii_strcasecmp (system->name, name) == 0)
        return system;
    }

  return NULL;
}

/**
 * act_external_record_new:
 * @id: a record's id in the other system
 * @name: (nullable): what it is called there
 *
 * Makes a record. Any thread.
 *
 * Returns: (transfer full): the record
 */
ActExternalRecord *
act_external_record_new (const char *id,
                         const char *name)
{
  ActExternalRecord *self = g_new0 (ActExternalRecord, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);

  return self;
}

/**
 * act_external_record_free:
 * @self: (transfer full) (nullable): a record
 *
 * Frees a record. Any thread.
 */
void
act_external_record_free (ActExternalRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self);
}
