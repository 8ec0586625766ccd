/* An integration run, as the API gives it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-integration-run.h"

#include "act-event.h"

G_DEFINE_BOXED_TYPE (ActIntegrationRun, act_integration_run, act_integration_run_copy, act_integration_run_free)

/**
 * act_integration_run_new:
 *
 * Makes a run without any field. Any thread.
 *
 * Returns: (transfer full): the run
 */
ActIntegrationRun *
act_integration_run_new (void)
{
  ActIntegrationRun *self = g_new0 (ActIntegrationRun, 1);

  self->status = ACT_RUN_STATUS_OTHER;
  self->started = ACT_TIME_UNKNOWN;
  self->completed = ACT_TIME_UNKNOWN;
  self->created = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_integration_run_copy:
 * @self: a run
 *
 * Copies a run. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActIntegrationRun *
act_integration_run_copy (const ActIntegrationRun *self)
{
  ActIntegrationRun *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (*self));
  copy->id = g_strdup (self->id);
  copy->entity_type = g_strdup (self->entity_type);
  copy->entity_id = g_strdup (self->entity_id);
  copy->status_name = g_strdup (self->status_name);
  copy->destination = g_strdup (self->destination);
  copy->destination_id = g_strdup (self->destination_id);
  copy->error = g_strdup (self->error);
  copy->url = g_strdup (self->url);
  copy->external_id = g_strdup (self->external_id);
  copy->parent_id = g_strdup (self->parent_id);
  copy->original_id = g_strdup (self->original_id);
  copy->json = g_strdup (self->json);

  return copy;
}

/**
 * act_integration_run_free:
 * @self: (transfer full) (nullable): a run
 *
 * Frees a run. Any thread.
 */
void
act_integration_run_free (ActIntegrationRun *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->entity_type);
  g_free (self->entity_id);
  g_free (self->status_name);
  g_free (self->destination);
  g_free (self->destination_id);
  g_free (self->error);
  g_free (self->url);
  g_free (self->external_id);
  g_free (self->parent_id);
  g_free (self->original_id);
  g_free (self->json);
  g_free (self);
}

/**
 * act_integration_run_get_time:
 * @self: a run
 *
 * Tells when a run took place, by which runs are ordered. Any thread.
 *
 * Returns: when it was started, else when it was created, else when it ended; milliseconds since
 *   1970 UTC, or %ACT_TIME_UNKNOWN
 */
gint64
act_integration_run_get_time (const ActIntegrationRun *self)
{
  g_return_val_if_fail (self != NULL, ACT_TIME_UNKNOWN);

  if (self->started != ACT_TIME_UNKNOWN)
    return self->started;

  return self->created != ACT_TIME_UNKNOWN ? self->created : self->completed;
}
