/* The calls about credentials of other systems
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-credentials.h"

#include "act-client-private.h"
#include "act-credential-json.h"

#define COLLECTION "integrationcredentials"

/* The most that the API allows elsewhere; these calls are not published. */
#define PAGE_SIZE "200"

/**
 * act_client_list_credentials_async:
 * @self: a client
 * @next_token: (nullable): the cursor of the previous page
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Lists credentials, without their secrets. The call is not published: %ACT_API_ERROR_NOT_FOUND or
 * _NOT_ALLOWED means that the server has no such call. Main thread only.
 */
void
act_client_list_credentials_async (ActClient          *self,
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
  act_request_add (call, "nextToken", next_token);
  act_client_call_async (self, call, &act_credential_page_decoder, act_client_list_credentials_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_credentials_finish:
 * @self: a client
 * @result: what the callback got
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page; %NULL on the last one
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActCredential): the credentials, or %NULL on
 *   error
 */
GPtrArray *
act_client_list_credentials_finish (ActClient    *self,
                                    GAsyncResult *result,
                                    char        **next_token,
                                    GError      **error)
{
  return act_client_page_finish (self, result, act_client_list_credentials_async, next_token, error);
}

/**
 * act_client_create_credential_async:
 * @self: a client
 * @draft: what to create; what is copied of it is overwritten in the end
 * @cancellable: (nullable): a cancellable
 * @callback: called with the credential as it was created
 * @user_data: for @callback
 *
 * Creates a credential. It is sent once, since there might be two of them otherwise. The call is not
 * published: %ACT_API_ERROR_NOT_FOUND or _NOT_ALLOWED means that the server has no such call. Main
 * thread only.
 */
void
act_client_create_credential_async (ActClient                *self,
                                    const ActCredentialDraft *draft,
                                    GCancellable             *cancellable,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data)
{
  const char *segments[] = { COLLECTION, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (draft != NULL && draft->type != NULL && draft->destination != NULL);

  call = act_request_new_for_thing (act_client_get_connection (self), "POST", segments);
  act_request_take_json (call, act_credential_json_write_draft (draft));
  for (guint i = 0; i < draft->values->len; i++)
    act_request_add_secret (call, g_ptr_array_index (draft->values, i));
  act_client_call_async (self, call, &act_credential_decoder, act_client_create_credential_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_create_credential_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED;
 *   its message does not tell the secrets, even if the server said them back
 *
 * Returns: (transfer full) (nullable): the credential, or %NULL on error
 */
ActCredential *
act_client_create_credential_finish (ActClient    *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return act_client_data_finish (self, result, act_client_create_credential_async, error);
}

/**
 * act_client_list_credential_fields_async:
 * @self: a client
 * @system: another system's name, from outside
 * @entity_type: a type of entity, from outside
 * @cancellable: (nullable): a cancellable
 * @callback: called with the fields
 * @user_data: for @callback
 *
 * Asks what a credential for a system is made of. Main thread only.
 */
void
act_client_list_credential_fields_async (ActClient          *self,
                                         const char         *system,
                                         const char         *entity_type,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  const char *segments[] = { "integrationconfigs", "available", system, "auth", entity_type, NULL };
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (system != NULL && *system != '\0');
  g_return_if_fail (entity_type != NULL && *entity_type != '\0');

  call = act_request_new_for_thing (act_client_get_connection (self), "GET", segments);
  act_client_call_async (self, call, &act_credential_fields_decoder, act_client_list_credential_fields_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_credential_fields_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActCredentialField): the fields as far as they can
 *   be understood, perhaps none, or %NULL on error
 */
GPtrArray *
act_client_list_credential_fields_finish (ActClient    *self,
                                          GAsyncResult *result,
                                          GError      **error)
{
  return act_client_data_finish (self, result, act_client_list_credential_fields_async, error);
}
