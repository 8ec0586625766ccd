/* Integration configurations: reading them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-configurations.h"

#include "act-client-configurations.h"
#include "act-configuration-pages.h"
#include "act-known.h"
#include "act-resource-json.h"
#include "act-session-private.h"

static void
configurations_listed_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  GTask      *task = user_data;
  ActSession *self = g_task_get_source_object (task);
  GPtrArray  *configurations = NULL;
  GPtrArray  *resources = NULL;
  gboolean    complete = FALSE;
  GError     *error = NULL;

  configurations = act_pages_list_finish (ACT_CLIENT (source), result, &complete, &error);
  if (configurations == NULL)
    {
      act_known_answer_list (task, self->store, ACT_RESOURCE_CONFIGURATION, "", error);
      return;
    }

  resources = act_configuration_pages_make_resources (
      (ActIntegrationConfiguration **) configurations->pdata, configurations->len);
  act_known_keep (task, self->store, ACT_RESOURCE_CONFIGURATION, "", resources, complete,
                  configurations, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_configurations_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the integration configurations.
 */
void
act_session_list_configurations_async (ActSession         *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_configurations_async);
  act_configuration_pages_list_async (self->client, cancellable, configurations_listed_cb, task);
}

/**
 * act_session_list_configurations_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh they are
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActIntegrationConfiguration): the configurations
 */
GPtrArray *
act_session_list_configurations_finish (ActSession    *self,
                                        GAsyncResult  *result,
                                        ActFreshness **freshness,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}

static void
configuration_read_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  GTask                       *task = user_data;
  ActSession                  *self = g_task_get_source_object (task);
  const char                  *id = g_task_get_task_data (task);
  ActIntegrationConfiguration *configuration = NULL;
  GError                      *error = NULL;

  configuration = act_client_read_configuration_finish (ACT_CLIENT (source), result, &error);
  if (configuration == NULL)
    act_known_answer_one (task, self->store, ACT_RESOURCE_CONFIGURATION, id, error);
  else
    act_known_keep (task, self->store, ACT_RESOURCE_CONFIGURATION, "",
                    act_configuration_pages_make_resources (&configuration, 1), FALSE,
                    configuration, (GDestroyNotify) act_integration_configuration_free);
}

/**
 * act_session_read_configuration_async:
 * @self: a session
 * @configuration_id: an integration configuration
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads an integration configuration.
 */
void
act_session_read_configuration_async (ActSession         *self,
                                      const char         *configuration_id,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (configuration_id != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_read_configuration_async);
  g_task_set_task_data (task, g_strdup (configuration_id), g_free);
  act_client_read_configuration_async (self->client, configuration_id, cancellable,
                                       configuration_read_cb, task);
}

/**
 * act_session_read_configuration_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh it is
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the configuration
 */
ActIntegrationConfiguration *
act_session_read_configuration_finish (ActSession    *self,
                                       GAsyncResult  *result,
                                       ActFreshness **freshness,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}

/**
 * act_session_list_settings:
 * @configuration: a configuration
 *
 * Lists what a configuration is set to, for people to look at. What looks like a secret is masked.
 *
 * Returns: (transfer full) (element-type ActName): of each setting, its name as @id and its value as
 *   @name
 */
GPtrArray *
act_session_list_settings (const ActIntegrationConfiguration *configuration)
{
  g_return_val_if_fail (configuration != NULL, NULL);

  return act_integration_configuration_list_settings (configuration->json);
}
