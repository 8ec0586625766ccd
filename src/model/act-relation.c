/* What other events are about the same thing
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-relation.h"

#include "act-event.h"

/**
 * act_relation_new:
 * @kinds: a bit for each #ActEventKind that is in it
 *
 * Makes a relation to all open events of these kinds. Any thread.
 *
 * Returns: (transfer full): the relation
 */
ActRelation *
act_relation_new (guint kinds)
{
  ActRelation *self = g_new0 (ActRelation, 1);

  self->kinds = kinds;
  self->until = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_relation_copy:
 * @self: a relation
 *
 * Copies a relation. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActRelation *
act_relation_copy (const ActRelation *self)
{
  ActRelation *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (*self));
  copy->entity_id = g_strdup (self->entity_id);
  copy->configuration_id = g_strdup (self->configuration_id);
  copy->destination = g_strdup (self->destination);
  copy->run_id = g_strdup (self->run_id);

  return copy;
}

/**
 * act_relation_free:
 * @self: (transfer full) (nullable): a relation
 *
 * Frees a relation. Any thread.
 */
void
act_relation_free (ActRelation *self)
{
  if (self == NULL)
    return;

  g_free (self->entity_id);
  g_free (self->configuration_id);
  g_free (self->destination);
  g_free (self->run_id);
  g_free (self);
}
