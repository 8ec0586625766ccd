/* The calls about external mappings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-mappings.h"

#include "act-client-private.h"
#include "act-mapping-json.h"
#include "act-resource-json.h"

#define COLLECTION "externalmappings"
#define OPTIONS    "externalmappingconfiguration"

/* The most that the API allows. */
#define PAGE_SIZE "200"

/**
 * act_client_read_mapping_options_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with the options
 * @user_data: for @callback
 *
 * Reads what mappings can be made of. Main thread only.
 */
void
act_client_read_mapping_options_async (ActClient          *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  const char *segments[] = { OPTIONS, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_client_call_async (self, call, &act_mapping_options_decoder, act_client_read_mapping_options_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_read_mapping_options_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the options, or %NULL on error
 */
ActMappingOptions *
act_client_read_mapping_options_finish (ActClient    *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  return act_client_data_finish (self, result, act_client_read_mapping_options_async, error);
}

/**
 * act_client_list_mappings_async:
 * @self: a client
 * @external_system: (nullable): only those of this system, by its name
 * @next_token: (nullable): the cursor of the previous page
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Lists external mappings. Main thread only.
 */
void
act_client_list_mappings_async (ActClient          *self,
                                const char         *external_system,
                                const char         *next_token,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  const char *segments[] = { COLLECTION, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_request_add (call, "pageSize", PAGE_SIZE);
  act_request_add (call, "externalSystemId", external_system);
  act_request_add (call, "nextToken", next_token);
  act_client_call_async (self, call, &act_mapping_page_decoder, act_client_list_mappings_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_mappings_finish:
 * @self: a client
 * @result: what the callback got
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page; %NULL on the last one
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalMapping): the mappings, or %NULL
 *   on error
 */
GPtrArray *
act_client_list_mappings_finish (ActClient    *self,
                                 GAsyncResult *result,
                                 char        **next_token,
                                 GError      **error)
{
  return act_client_page_finish (self, result, act_client_list_mappings_async, next_token, error);
}

/**
 * act_client_list_mappings_of_entity_async:
 * @self: a client
 * @entity_type: a type of entity, from outside
 * @entity_id: an entity's id, from outside
 * @next_token: (nullable): the cursor of the previous page
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Lists the mappings that an entity has. Main thread only.
 */
void
act_client_list_mappings_of_entity_async (ActClient          *self,
                                          const char         *entity_type,
                                          const char         *entity_id,
                                          const char         *next_token,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  const char *segments[] = { COLLECTION, "external", entity_type, entity_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (entity_type != NULL && *entity_type != '\0');
  g_return_if_fail (entity_id != NULL && *entity_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_request_add (call, "pageSize", PAGE_SIZE);
  act_request_add (call, "nextToken", next_token);
  act_client_call_async (self, call, &act_mapping_page_decoder, act_client_list_mappings_of_entity_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_mappings_of_entity_finish:
 * @self: a client
 * @result: what the callback got
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page; %NULL on the last one
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalMapping): the mappings, or %NULL
 *   on error
 */
GPtrArray *
act_client_list_mappings_of_entity_finish (ActClient    *self,
                                           GAsyncResult *result,
                                           char        **next_token,
                                           GError      **error)
{
  return act_client_page_finish (self, result, act_client_list_mappings_of_entity_async, next_token, error);
}

/**
 * act_client_list_mappings_of_record_async:
 * @self: a client
 * @external_system: the other system's name
 * @external_table: where in it
 * @external_id: the record's id there
 * @next_token: (nullable): the cursor of the previous page
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Lists the mappings to a record of another system. Main thread only.
 */
void
act_client_list_mappings_of_record_async (ActClient          *self,
                                          const char         *external_system,
                                          const char         *external_table,
                                          const char         *external_id,
                                          const char         *next_token,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  const char *segments[] = { COLLECTION, "externalid", external_system, external_table, external_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (external_system != NULL && *external_system != '\0');
  g_return_if_fail (external_table != NULL && *external_table != '\0');
  g_return_if_fail (external_id != NULL && *external_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_request_add (call, "pageSize", PAGE_SIZE);
  act_request_add (call, "nextToken", next_token);
  act_client_call_async (self, call, &act_mapping_page_decoder, act_client_list_mappings_of_record_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_mappings_of_record_finish:
 * @self: a client
 * @result: what the callback got
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page; %NULL on the last one
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalMapping): the mappings, or %NULL
 *   on error
 */
GPtrArray *
act_client_list_mappings_of_record_finish (ActClient    *self,
                                           GAsyncResult *result,
                                           char        **next_token,
                                           GError      **error)
{
  return act_client_page_finish (self, result, act_client_list_mappings_of_record_async, next_token, error);
}

/**
 * act_client_list_external_records_async:
 * @self: a client
 * @external_system: the other system's name
 * @entity_type: a type of entity
 * @external_table: (nullable): where in the other system
 * @credentials_id: (nullable): the credential to ask with
 * @cancellable: (nullable): a cancellable
 * @callback: called with the records
 * @user_data: for @callback
 *
 * Lists the records of another system that an entity of this type can be mapped to. There are none
 * when the other system does not accept us, or cannot list. Main thread only.
 */
void
act_client_list_external_records_async (ActClient          *self,
                                        const char         *external_system,
                                        const char         *entity_type,
                                        const char         *external_table,
                                        const char         *credentials_id,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  const char *segments[] = { OPTIONS, "values", external_system, entity_type, credentials_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (external_system != NULL && *external_system != '\0');
  g_return_if_fail (entity_type != NULL && *entity_type != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_request_add (call, "externalTable", external_table);
  act_client_call_async (self, call, &act_external_records_decoder, act_client_list_external_records_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_external_records_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalRecord): the records, or %NULL on
 *   error
 */
GPtrArray *
act_client_list_external_records_finish (ActClient    *self,
                                         GAsyncResult *result,
                                         GError      **error)
{
  return act_client_data_finish (self, result, act_client_list_external_records_async, error);
}

/**
 * act_client_read_mapping_async:
 * @self: a client
 * @mapping_id: a mapping's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the mapping
 * @user_data: for @callback
 *
 * Reads one external mapping. Main thread only.
 */
void
act_client_read_mapping_async (ActClient          *self,
                               const char         *mapping_id,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  const char *segments[] = { COLLECTION, mapping_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (mapping_id != NULL && *mapping_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_client_call_async (self, call, &act_mapping_decoder, act_client_read_mapping_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_read_mapping_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the mapping, or %NULL on error
 */
ActExternalMapping *
act_client_read_mapping_finish (ActClient    *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return act_client_data_finish (self, result, act_client_read_mapping_async, error);
}

/**
 * act_client_create_mapping_async:
 * @self: a client
 * @mapping: what to create; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called with the mapping as it was created
 * @user_data: for @callback
 *
 * Creates an external mapping. It is sent once, since there might be two of them otherwise. Main
 * thread only.
 */
void
act_client_create_mapping_async (ActClient                *self,
                                 const ActExternalMapping *mapping,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  const char *segments[] = { COLLECTION, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (mapping != NULL);

  call = act_request_new_for_thing (act_client_get_connection (self), "POST", segments);
  act_request_take_json (call, act_mapping_json_write_new (mapping));
  act_client_call_async (self, call, &act_mapping_decoder, act_client_create_mapping_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_create_mapping_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the mapping, or %NULL on error
 */
ActExternalMapping *
act_client_create_mapping_finish (ActClient    *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return act_client_data_finish (self, result, act_client_create_mapping_async, error);
}

/**
 * act_client_update_mapping_async:
 * @self: a client
 * @mapping: a mapping as it is to be, with its id and the version that the server has; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called with the mapping as it has become
 * @user_data: for @callback
 *
 * Changes an external mapping. It is sent once, since the same version is refused the second time.
 * %ACT_API_ERROR_CONFLICT or _BAD_REQUEST may mean that somebody else changed it meanwhile. Main
 * thread only.
 */
void
act_client_update_mapping_async (ActClient                *self,
                                 const ActExternalMapping *mapping,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  const char *segments[] = { COLLECTION, NULL, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (mapping != NULL && mapping->id != NULL && *mapping->id != '\0');

  segments[1] = mapping->id;
  call = act_request_new_for_thing (act_client_get_connection (self), "PUT", segments);
  act_request_take_json (call, act_external_mapping_to_json (mapping));
  act_client_call_async (self, call, &act_mapping_decoder, act_client_update_mapping_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_update_mapping_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the mapping, or %NULL on error
 */
ActExternalMapping *
act_client_update_mapping_finish (ActClient    *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return act_client_data_finish (self, result, act_client_update_mapping_async, error);
}

/**
 * act_client_delete_mapping_async:
 * @self: a client
 * @mapping_id: a mapping's id, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with whether it is gone
 * @user_data: for @callback
 *
 * Deletes an external mapping. It is sent once. Main thread only.
 */
void
act_client_delete_mapping_async (ActClient          *self,
                                 const char         *mapping_id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  const char *segments[] = { COLLECTION, mapping_id, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (mapping_id != NULL && *mapping_id != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "DELETE", segments);
  act_client_call_async (self, call, NULL, act_client_delete_mapping_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_delete_mapping_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server deleted it
 */
gboolean
act_client_delete_mapping_finish (ActClient    *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return act_client_call_finish (self, result, act_client_delete_mapping_async, NULL, NULL, error);
}
