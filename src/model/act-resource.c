/* Something of the server that the store keeps
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-resource.h"

/**
 * act_resource_new:
 * @id: its id
 * @json: what the server said of it
 * @read_at: when, milliseconds since 1970 UTC
 *
 * Makes a resource of no group. Any thread.
 *
 * Returns: (transfer full): the resource
 */
ActResource *
act_resource_new (const char *id,
                  const char *json,
                  gint64      read_at)
{
  ActResource *self = g_new0 (ActResource, 1);

  self->id = g_strdup (id);
  self->json = g_strdup (json);
  self->read_at = read_at;

  return self;
}

/**
 * act_resource_free:
 * @self: (transfer full) (nullable): a resource
 *
 * Frees a resource. Any thread.
 */
void
act_resource_free (ActResource *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->group);
  g_free (self->json);
  g_free (self);
}

/**
 * act_resource_make_group:
 * @entity_type: (nullable): the type of an entity, for example `Bill`
 * @entity_id: (nullable): its id
 *
 * Names the group of all resources of an entity. Types are spelt `Bill` and `bill`. Any thread.
 *
 * Returns: (transfer full): the group
 */
char *
act_resource_make_group (const char *entity_type,
                         const char *entity_id)
{
  g_autofree char *type = g_ascii_strdown (entity_type != NULL ? entity_type : "", -1);

  return g_strconcat (type, "/", entity_id != NULL ? entity_id : "", NULL);
}
