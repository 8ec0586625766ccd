/* How a simulator is to behave
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-options.h"

#include "act-simulator-faults.h"

#define DEFAULT_EVENTS         240
#define DEFAULT_TOKEN_LIFE_S   18000
#define DEFAULT_RUN_MS         1500
#define DEFAULT_SLOW_MS        3000
#define DEFAULT_RETENTION_DAYS 28

/**
 * act_simulator_options_new:
 *
 * Makes the options of the demo's organisation. Any thread.
 *
 * Returns: (transfer full): the options
 */
ActSimulatorOptions *
act_simulator_options_new (void)
{
  ActSimulatorOptions *self = g_new0 (ActSimulatorOptions, 1);

  self->events = DEFAULT_EVENTS;
  self->seed = 1;
  self->token_life_s = DEFAULT_TOKEN_LIFE_S;
  self->run_ms = DEFAULT_RUN_MS;
  self->slow_ms = DEFAULT_SLOW_MS;
  self->retention_days = DEFAULT_RETENTION_DAYS;

  return self;
}

/**
 * act_simulator_options_copy:
 * @self: options
 *
 * Returns: (transfer full): a copy
 */
ActSimulatorOptions *
act_simulator_options_copy (const ActSimulatorOptions *self)
{
  ActSimulatorOptions *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof (ActSimulatorOptions));
  copy->state_file = g_strdup (self->state_file);
  copy->faults = g_strdupv (self->faults);

  return copy;
}

/**
 * act_simulator_options_free:
 * @self: (transfer full): options
 *
 * Frees the options.
 */
void
act_simulator_options_free (ActSimulatorOptions *self)
{
  g_free (self->state_file);
  g_strfreev (self->faults);
  g_free (self);
}

/**
 * act_simulator_options_add_fault:
 * @self: options
 * @fault: a word of the form KIND:N
 *
 * Adds a fault that happens on every Nth call.
 */
void
act_simulator_options_add_fault (ActSimulatorOptions *self,
                                 const char          *fault)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (self != NULL && fault != NULL);

  if (self->faults != NULL)
    g_strv_builder_addv (builder, (const char **) self->faults);
  g_strv_builder_add (builder, fault);

  g_strfreev (self->faults);
  self->faults = g_strv_builder_end (builder);
}

/**
 * act_simulator_options_check:
 * @self: options
 * @error: return location for a #GError of the domain %G_OPTION_ERROR
 *
 * Finds out whether a simulator can be started with these options.
 *
 * Returns: whether it can
 */
gboolean
act_simulator_options_check (const ActSimulatorOptions *self,
                             GError                   **error)
{
  g_autoptr (ActSimulatorFaults) faults = act_simulator_faults_new ();

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->events > ACT_SIMULATOR_MAX_EVENTS)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "There can be at most %d events.", ACT_SIMULATOR_MAX_EVENTS);
      return FALSE;
    }
  if (self->accounts != 0 &&
      (self->accounts < ACT_SIMULATOR_MIN_ACCOUNTS || self->accounts > ACT_SIMULATOR_MAX_ACCOUNTS))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "There can be %d to %d accounts.",
                   ACT_SIMULATOR_MIN_ACCOUNTS, ACT_SIMULATOR_MAX_ACCOUNTS);
      return FALSE;
    }
  if (self->token_life_s == 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "A token must live for a second or longer.");
      return FALSE;
    }

  for (guint i = 0; self->faults != NULL && self->faults[i] != NULL; i++)
    {
      if (!act_simulator_faults_set_from_text (faults, self->faults[i], error))
        return FALSE;
    }

  return TRUE;
}
