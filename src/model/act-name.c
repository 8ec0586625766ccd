/* What a thing of the organisation is called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-name.h"

/**
 * act_name_new:
 * @id: the thing's id
 * @name: what it is called
 *
 * Makes a name. Any thread.
 *
 * Returns: (transfer full): the name
 */
ActName *
act_name_new (const char *id,
              const char *name)
{
  ActName *self = g_new0 (ActName, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);

  return self;
}

/**
 * act_name_free:
 * @self: (transfer full) (nullable): a name
 *
 * Frees a name. Any thread.
 */
void
act_name_free (ActName *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self);
}
