/* Lists of external mappings, whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-pages.h"

#include "act-client-mappings.h"
#include "act-known.h"
#include "act-resource.h"

/* Of 200 mappings each. */
#define MAX_PAGES 50

static void
ask (ActClient          *client,
     const char *const  *arguments,
     const char         *next_token,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  act_client_list_mappings_async (client, NULL, next_token, cancellable, callback, user_data);
}

/**
 * act_mapping_pages_list_async:
 * @client: a client
 * @cancellable: (nullable): a cancellable
 * @callback: called with what act_pages_list_finish() takes
 * @user_data: for @callback
 *
 * Lists all external mappings, or the first ten thousand of them.
 */
void
act_mapping_pages_list_async (ActClient          *client,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  act_pages_list_async (client, ask, act_client_list_mappings_finish, NULL, MAX_PAGES, cancellable,
                        callback, user_data);
}

static void
ask_of_entity (ActClient          *client,
               const char *const  *arguments,
               const char         *next_token,
               GCancellable       *cancellable,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  act_client_list_mappings_of_entity_async (client, arguments[0], arguments[1], next_token,
                                            cancellable, callback, user_data);
}

/**
 * act_mapping_pages_list_of_entity_async:
 * @client: a client
 * @entity_type: the type of an entity, for example `Account`
 * @entity_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called with what act_pages_list_finish() takes
 * @user_data: for @callback
 *
 * Lists the external mappings of an entity.
 */
void
act_mapping_pages_list_of_entity_async (ActClient          *client,
                                        const char         *entity_type,
                                        const char         *entity_id,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  const char *const arguments[] = { entity_type, entity_id, NULL };

  g_return_if_fail (entity_type != NULL && entity_id != NULL);

  act_pages_list_async (client, ask_of_entity, act_client_list_mappings_of_entity_finish, arguments,
                        MAX_PAGES, cancellable, callback, user_data);
}

static void
ask_of_record (ActClient          *client,
               const char *const  *arguments,
               const char         *next_token,
               GCancellable       *cancellable,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  act_client_list_mappings_of_record_async (client, arguments[0], arguments[1], arguments[2],
                                            next_token, cancellable, callback, user_data);
}

/**
 * act_mapping_pages_list_of_record_async:
 * @client: a client
 * @external_system: another system
 * @external_table: where in it
 * @external_id: a record there
 * @cancellable: (nullable): a cancellable
 * @callback: called with what act_pages_list_finish() takes
 * @user_data: for @callback
 *
 * Lists the external mappings that lead to a record of another system.
 */
void
act_mapping_pages_list_of_record_async (ActClient          *client,
                                        const char         *external_system,
                                        const char         *external_table,
                                        const char         *external_id,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  const char *const arguments[] = { external_system, external_table, external_id, NULL };

  g_return_if_fail (external_system != NULL && external_table != NULL && external_id != NULL);

  act_pages_list_async (client, ask_of_record, act_client_list_mappings_of_record_finish, arguments,
                        MAX_PAGES, cancellable, callback, user_data);
}

/**
 * act_mapping_pages_make_resources:
 * @mappings: (array length=n_mappings): mappings that the server has just told of
 * @n_mappings: how many
 *
 * Gives mappings that the server has told as the store keeps them, each in the group of its entity.
 *
 * Returns: (transfer full) (element-type ActResource): the resources
 */
GPtrArray *
act_mapping_pages_make_resources (ActExternalMapping **mappings,
                                  guint                n_mappings)
{
  GPtrArray *resources = act_known_new_list ();

  for (guint i = 0; i < n_mappings; i++)
    {
      g_autofree char *group = act_resource_make_group (mappings[i]->entity_type, mappings[i]->entity_id);

      act_known_add (resources, mappings[i]->id, group, mappings[i]->json);
    }

  return resources;
}
