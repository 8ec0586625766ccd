/* How a follow-up found the thing that it is about
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-finding.h"

#include "act-integration-configuration.h"

/**
 * act_run_finding_new:
 *
 * Returns: (transfer full): a finding of nothing
 */
ActRunFinding *
act_run_finding_new (void)
{
  return g_new0 (ActRunFinding, 1);
}

/**
 * act_run_finding_free:
 * @self: (transfer full) (nullable): a finding
 */
void
act_run_finding_free (ActRunFinding *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->run, act_integration_run_free);
  g_clear_pointer (&self->freshness, act_freshness_free);
  g_free (self);
}

/**
 * act_configuration_finding_new:
 *
 * Returns: (transfer full): a finding of nothing
 */
ActConfigurationFinding *
act_configuration_finding_new (void)
{
  ActConfigurationFinding *self = g_new0 (ActConfigurationFinding, 1);

  self->configurations = g_ptr_array_new_with_free_func (
      (GDestroyNotify) act_integration_configuration_free);

  return self;
}

/**
 * act_configuration_finding_free:
 * @self: (transfer full) (nullable): a finding
 */
void
act_configuration_finding_free (ActConfigurationFinding *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->configurations, g_ptr_array_unref);
  g_clear_pointer (&self->freshness, act_freshness_free);
  g_free (self);
}
