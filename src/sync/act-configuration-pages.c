/* The list of integration configurations, whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-pages.h"

#include "act-client-configurations.h"
#include "act-known.h"
#include "act-resource-json.h"

/* Of 200 configurations each. */
#define MAX_PAGES 25

static void
ask (ActClient          *client,
     const char *const  *arguments,
     const char         *next_token,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  act_client_list_configurations_async (client, next_token, cancellable, callback, user_data);
}

/**
 * act_configuration_pages_list_async:
 * @client: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with what act_pages_list_finish() takes
 * @user_data: for @callback
 *
 * Lists all integration configurations, or the first five thousand of them.
 */
void
act_configuration_pages_list_async (ActClient          *client,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  act_pages_list_async (client, ask, act_client_list_configurations_finish, NULL, MAX_PAGES,
                        cancellable, callback, user_data);
}

/**
 * act_configuration_pages_make_resources:
 * @configurations: (array length=n_configurations): configurations that the server has just told of
 * @n_configurations: how many
 *
 * Writes configurations down as the store keeps them, without what looks like a secret.
 *
 * Returns: (transfer full) (element-type ActResource): the resources
 */
GPtrArray *
act_configuration_pages_make_resources (ActIntegrationConfiguration **configurations,
                                        guint                         n_configurations)
{
  GPtrArray *resources = act_known_new_list ();

  for (guint i = 0; i < n_configurations; i++)
    {
      g_autofree char *json = NULL;

      if (configurations[i]->json != NULL)
        json = act_integration_configuration_hide_secrets (configurations[i]->json);
      act_known_add (resources, configurations[i]->id, NULL, json);
    }

  return resources;
}
