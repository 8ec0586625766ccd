/* Whether a key may see an organisation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-private.h"

/**
 * act_client_check_organisation_async:
 * @self: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks who we are in the organisation, which needs no permission but that of being there. Main thread
 * only.
 */
void
act_client_check_organisation_async (ActClient          *self,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));

  call = act_request_new_for_collection (act_client_get_connection (self), "users/me");
  act_client_call_async (self, call, NULL, act_client_check_organisation_async, cancellable, callback,
                         user_data);
}

/**
 * act_client_check_organisation_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the key belongs to the organisation
 */
gboolean
act_client_check_organisation_finish (ActClient    *self,
                                      GAsyncResult *result,
                                      GError      **error)
{
  return act_client_call_finish (self, result, act_client_check_organisation_async, NULL, NULL, error);
}
