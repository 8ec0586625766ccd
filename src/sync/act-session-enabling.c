/* Enabling an integration configuration that the server has disabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-configurations.h"

#include "act-api-error.h"
#include "act-client-configurations.h"
#include "act-configuration-pages.h"
#include "act-session-abilities.h"
#include "act-session-once.h"
#include "act-session-private.h"

typedef struct
{
  ActSessionOnce               once;
  char                        *id;            /* (owned): the configuration's */
  ActIntegrationConfiguration *configuration; /* (owned) (nullable): as the server last gave it */
  gboolean                     was_enabled;
} Enabling;

static void
enabling_free (gpointer data)
{
  Enabling *enabling = data;

  act_session_once_clear (&enabling->once);
  g_free (enabling->id);
  act_integration_configuration_free (enabling->configuration);
  g_free (enabling);
}

static void
succeed (GTask *task)
{
  Enabling                    *enabling = g_task_get_task_data (task);
  ActIntegrationConfiguration *configuration = g_steal_pointer (&enabling->configuration);

  act_session_once_keep (task, ACT_RESOURCE_CONFIGURATION, "",
                         act_configuration_pages_make_resources (&configuration, 1), configuration,
                         (GDestroyNotify) act_integration_configuration_free);
}

static void
set_configuration (Enabling                    *enabling,
                   ActIntegrationConfiguration *configuration)
{
  act_integration_configuration_free (enabling->configuration);
  enabling->configuration = configuration;
}

/* What is enabled now was enabled by the call, or by somebody else: either is what was wanted. */
static void
looked_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession                  *self = g_task_get_source_object (task);
  Enabling                    *enabling = g_task_get_task_data (task);
  ActIntegrationConfiguration *configuration = NULL;

  configuration = act_client_read_configuration_finish (ACT_CLIENT (source), result, NULL);
  if (configuration != NULL)
    set_configuration (enabling, configuration);

  if (enabling->once.error == NULL || (configuration != NULL && configuration->enabled))
    {
      succeed (task);
    }
  else if (configuration == NULL && act_api_error_may_have_acted (enabling->once.error))
    {
      act_session_once_fail (task, act_session_make_uncertain (enabling->once.error));
    }
  else
    {
      act_session_learn_ability (self, ACT_ABILITY_ENABLE, enabling->once.error, configuration != NULL);
      act_session_once_fail (task, act_session_make_undone (enabling->once.error));
    }
}

static void
enabled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable                *cancellable = g_task_get_cancellable (task);
  ActSession                  *self = g_task_get_source_object (task);
  Enabling                    *enabling = g_task_get_task_data (task);
  ActIntegrationConfiguration *configuration = NULL;
  g_autoptr (GError) error = NULL;

  configuration = act_client_enable_configuration_finish (ACT_CLIENT (source), result, &error);
  if (configuration != NULL)
    {
      act_session_learn_ability (self, ACT_ABILITY_ENABLE, NULL, FALSE);
      set_configuration (enabling, configuration);
    }
  else if (!act_session_is_worth_a_look (error))
    {
      act_session_learn_ability (self, ACT_ABILITY_ENABLE, error, FALSE);
      act_session_once_fail (task, g_steal_pointer (&error));
      return;
    }

  enabling->once.error = g_steal_pointer (&error);
  act_client_read_configuration_async (self->client, enabling->id, cancellable,
                                       looked_again_cb, g_steal_pointer (&task));
}

static void
looked_before_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable                *cancellable = g_task_get_cancellable (task);
  ActSession                  *self = g_task_get_source_object (task);
  Enabling                    *enabling = g_task_get_task_data (task);
  ActIntegrationConfiguration *configuration = NULL;
  g_autoptr (GError) error = NULL;

  configuration = act_client_read_configuration_finish (ACT_CLIENT (source), result, &error);
  if (configuration == NULL)
    {
      act_session_once_fail (task, g_steal_pointer (&error));
      return;
    }

  set_configuration (enabling, configuration);
  enabling->was_enabled = configuration->enabled;
  if (configuration->enabled)
    succeed (task);
  else
    {
      act_session_once_send (task, ACT_ACTIVITY_ENABLE, enabling->id, configuration->name);
      act_client_enable_configuration_async (self->client, enabling->id, cancellable, enabled_cb,
                                             g_steal_pointer (&task));
    }
}

/**
 * act_session_enable_configuration_async:
 * @self: a session
 * @configuration_id: an integration configuration
 * @cancellable: (nullable): a cancellable; it may be enabled all the same
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Enables an integration configuration, once and only if it is disabled, and reads it back.
 */
void
act_session_enable_configuration_async (ActSession         *self,
                                        const char         *configuration_id,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Enabling *enabling = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (configuration_id != NULL);

  enabling = g_new0 (Enabling, 1);
  enabling->id = g_strdup (configuration_id);
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_enable_configuration_async);
  g_task_set_task_data (task, enabling, enabling_free);

  if (act_session_once_begin (task, act_once_describe_configuration (configuration_id)))
    act_client_read_configuration_async (self->client, enabling->id, cancellable, looked_before_cb,
                                         g_steal_pointer (&task));
}

/**
 * act_session_enable_configuration_finish:
 * @self: the session
 * @result: the result
 * @was_enabled: (out) (optional): whether it was enabled already, so that nothing was done
 * @error: of %ACT_API_ERROR, %ACT_API_ERROR_UNCERTAIN when it may be enabled; %G_IO_ERROR_PENDING
 *   while it is being changed; or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the configuration as the server has it; it need not be enabled
 *   where the server accepted the call without doing it
 */
ActIntegrationConfiguration *
act_session_enable_configuration_finish (ActSession   *self,
                                         GAsyncResult *result,
                                         gboolean     *was_enabled,
                                         GError      **error)
{
  Enabling *enabling = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  enabling = g_task_get_task_data (G_TASK (result));
  if (was_enabled != NULL)
    *was_enabled = enabling->was_enabled;

  return g_task_propagate_pointer (G_TASK (result), error);
}
