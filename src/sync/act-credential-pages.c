/* The list of credentials, whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-pages.h"

#include "act-client-credentials.h"
#include "act-known.h"
#include "act-resource-json.h"

#define MAX_PAGES 25

static void
ask (ActClient          *client,
     const char *const  *arguments,
     const char         *next_token,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  act_client_list_credentials_async (client, next_token, cancellable, callback, user_data);
}

/**
 * act_credential_pages_list_async:
 * @client: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with what act_pages_list_finish() takes
 * @user_data: for @callback
 *
 * Lists all credentials, as far as anybody has as many.
 */
void
act_credential_pages_list_async (ActClient          *client,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  act_pages_list_async (client, ask, act_client_list_credentials_finish, NULL, MAX_PAGES,
                        cancellable, callback, user_data);
}

/**
 * act_credential_pages_make_resources:
 * @credentials: (array length=n_credentials): credentials that the server has just told of
 * @n_credentials: how many
 *
 * Writes credentials down as the store keeps them, without anything that could be a secret.
 *
 * Returns: (transfer full) (element-type ActResource): the resources
 */
GPtrArray *
act_credential_pages_make_resources (ActCredential **credentials,
                                     guint           n_credentials)
{
  GPtrArray *resources = act_known_new_list ();

  for (guint i = 0; i < n_credentials; i++)
    {
      g_autofree char *json = act_credential_to_json (credentials[i]);

      act_known_add (resources, credentials[i]->id, NULL, json);
    }

  return resources;
}
