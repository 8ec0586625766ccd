/* The calls about integration configurations
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-configurations.h"

#include "act-client-private.h"
#include "act-configuration-json.h"
#include "act-resource-json.h"

#define COLLECTION "integrationconfigs"

/* The most that the API allows. */
#define PAGE_SIZE "200"

/**
 * act_client_list_configurations_async:
 * @self: a client
 * @next_token: (nullable): the cursor of the previous page
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Lists the integration configurations. Main thread only.
 */
void
act_client_list_configurations_async (ActClient          *self,
                                      const char         *next_token,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));

  call = act_request_new_for_collection (act_client_get_connection (self), COLLECTION);
  act_request_add (call, "pageSize", PAGE_SIZE);
  act_request_add (call, "nextToken", next_token);
  act_client_call_async (self, call, &act_configuration_page_decoder, act_client_list_configurations_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_configurations_finish:
 * @self: a client
 * @result: what the callback got
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page; %NULL on the last one
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActIntegrationConfiguration): the
 *   configurations, or %NULL on error
 */
GPtrArray *
act_client_list_configurations_finish (ActClient    *self,
                                       GAsyncResult *result,
                                       char        **next_token,
                                       GError      **error)
{
  return act_client_page_finish (self, result, act_client_list_configurations_async, next_token, error);
}

/**
 * act_client_read_configuration_async:
 * @self: a client
 * @configuration_id: a configuration's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the configuration
 * @user_data: for @callback
 *
 * Reads one integration configuration. Main thread only.
 */
void
act_client_read_configuration_async (ActClient          *self,
                                     const char         *configuration_id,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  const char *segments[] = { COLLECTION, configuration_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (configuration_id != NULL && *configuration_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_client_call_async (self, call, &act_configuration_decoder, act_client_read_configuration_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_read_configuration_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the configuration, or %NULL on error
 */
ActIntegrationConfiguration *
act_client_read_configuration_finish (ActClient    *self,
                                      GAsyncResult *result,
                                      GError      **error)
{
  return act_client_data_finish (self, result, act_client_read_configuration_async, error);
}

/**
 * act_client_update_configuration_async:
 * @self: a client
 * @configuration: a configuration as it was read, with the credential that it is to use and the
 *   version that the server has; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called with the configuration as it has become
 * @user_data: for @callback
 *
 * Changes which credential a configuration uses; everything else is sent back as @json of it has it.
 * It is sent once, since the same version is refused the second time: after any error but a refusal
 * the change may have been made. %ACT_API_ERROR_CONFLICT or _BAD_REQUEST may mean that somebody else
 * changed it meanwhile. Main thread only.
 */
void
act_client_update_configuration_async (ActClient                         *self,
                                       const ActIntegrationConfiguration *configuration,
                                       GCancellable                      *cancellable,
                                       GAsyncReadyCallback                callback,
                                       gpointer                           user_data)
{
  const char *segments[] = { COLLECTION, NULL, NULL };
  g_autoptr (ActRequest) call = NULL;
  g_autofree char *json = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (configuration != NULL && configuration->json != NULL);
  g_return_if_fail (configuration->id != NULL && *configuration->id != '\0');

  json = act_integration_configuration_change_json (configuration->json, configuration->credentials_id,
                                                    configuration->version);
  g_return_if_fail (json != NULL);

  segments[1] = configuration->id;
  call = act_request_new_for_thing (act_client_get_connection (self), "PUT", segments);
  act_request_take_json (call, g_steal_pointer (&json));
  act_client_call_async (self, call, &act_configuration_decoder, act_client_update_configuration_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_update_configuration_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the configuration, or %NULL on error
 */
ActIntegrationConfiguration *
act_client_update_configuration_finish (ActClient    *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  return act_client_data_finish (self, result, act_client_update_configuration_async, error);
}

/**
 * act_client_enable_configuration_async:
 * @self: a client
 * @configuration_id: a configuration's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the configuration as it has become
 * @user_data: for @callback
 *
 * Enables a configuration that was disabled. It is sent once. Main thread only.
 */
void
act_client_enable_configuration_async (ActClient          *self,
                                       const char         *configuration_id,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  const char *segments[] = { COLLECTION, configuration_id, "enable", NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (configuration_id != NULL && *configuration_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "POST", segments);
  act_client_call_async (self, call, &act_configuration_decoder, act_client_enable_configuration_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_enable_configuration_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the configuration, or %NULL on error
 */
ActIntegrationConfiguration *
act_client_enable_configuration_finish (ActClient    *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  return act_client_data_finish (self, result, act_client_enable_configuration_async, error);
}
