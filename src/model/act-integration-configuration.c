/* An integration configuration, as the API gives it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-integration-configuration.h"

#include "act-event.h"

G_DEFINE_BOXED_TYPE (ActIntegrationConfiguration, act_integration_configuration, act_integration_configuration_copy, act_integration_configuration_free)

/**
 * act_integration_configuration_new:
 *
 * Makes a configuration without any field. Any thread.
 *
 * Returns: (transfer full): the configuration
 */
ActIntegrationConfiguration *
act_integration_configuration_new (void)
{
  ActIntegrationConfiguration *self = g_new0 (ActIntegrationConfiguration, 1);

  self->modified = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_integration_configuration_copy:
 * @self: a configuration
 *
 * Copies a configuration. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActIntegrationConfiguration *
act_integration_configuration_copy (const ActIntegrationConfiguration *self)
{
  ActIntegrationConfiguration *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (*self));
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->destination = g_strdup (self->destination);
  copy->destination_id = g_strdup (self->destination_id);
  copy->entity_type = g_strdup (self->entity_type);
  copy->entity_id = g_strdup (self->entity_id);
  copy->credentials_id = g_strdup (self->credentials_id);
  copy->json = g_strdup (self->json);

  return copy;
}

/**
 * act_integration_configuration_free:
 * @self: (transfer full) (nullable): a configuration
 *
 * Frees a configuration. Any thread.
 */
void
act_integration_configuration_free (ActIntegrationConfiguration *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->destination);
  g_free (self->destination_id);
  g_free (self->entity_type);
  g_free (self->entity_id);
  g_free (self->credentials_id);
  g_free (self->json);
  g_free (self);
}
