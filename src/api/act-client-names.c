/* The calls about what things are called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-private.h"

#include "act-name-json.h"

/* The most that the API allows. */
#define ACCOUNTS_PAGE_SIZE "100"

/**
 * act_client_list_event_names_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with the names
 * @user_data: for @callback
 *
 * Lists the names of the integration events that the server knows. Main thread only.
 */
void
act_client_list_event_names_async (ActClient          *self,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));

  call = act_request_new_for_collection (act_client_get_connection (self), "events/types");
  act_client_call_async (self, call, &act_event_names_decoder, act_client_list_event_names_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_event_names_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the names, or %NULL on error
 */
char **
act_client_list_event_names_finish (ActClient    *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  gpointer data = NULL;

  if (!act_client_call_finish (self, result, act_client_list_event_names_async, &data, NULL, error))
    return NULL;

  return data;
}

/**
 * act_client_list_account_names_async:
 * @self: a client
 * @account_ids: (array zero-terminated=1): 1 to 100 ids
 * @cancellable: (nullable): a cancellable
 * @callback: called with the names
 * @user_data: for @callback
 *
 * Looks up the names of accounts. Main thread only.
 */
void
act_client_list_account_names_async (ActClient          *self,
                                     const char *const  *account_ids,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (account_ids != NULL && account_ids[0] != NULL);

  call = act_request_new_for_collection (act_client_get_connection (self), "accounts");
  act_request_add (call, "pageSize", ACCOUNTS_PAGE_SIZE);
  act_request_add_list (call, "ids", account_ids);
  act_client_call_async (self, call, &act_account_names_decoder, act_client_list_account_names_async,
                         cancellable, callback, user_data);
}

/**
 * act_client_list_account_names_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActName): the names of those that were found,
 *   the code where an account has no name, or %NULL on error
 */
GPtrArray *
act_client_list_account_names_finish (ActClient    *self,
                                      GAsyncResult *result,
                                      GError      **error)
{
  gpointer data = NULL;

  if (!act_client_call_finish (self, result, act_client_list_account_names_async, &data, NULL, error))
    return NULL;

  return data;
}
