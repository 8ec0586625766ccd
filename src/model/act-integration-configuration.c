/* An integration configuration, as the API gives it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-integration-configuration.h"

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
  return g_new0 (ActIntegrationConfiguration, 1);
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
  g_free (self->entity_type);
  g_free (self->credentials_id);
  g_free (self);
}
