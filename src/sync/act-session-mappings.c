/* External mappings: reading them, and what they can be made of
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-mappings.h"

#include "act-client-mappings.h"
#include "act-known.h"
#include "act-mapping-pages.h"
#include "act-resource-json.h"
#include "act-session-private.h"

/* Where something of the server is in the store; the data of a task until it is answered. */
static void
set_place (GTask *task,
           char  *place)
{
  g_task_set_task_data (task, place, g_free);
}

static void
options_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask             *task = user_data;
  ActSession        *self = g_task_get_source_object (task);
  ActMappingOptions *options = NULL;
  GPtrArray         *resources = NULL;
  GError            *error = NULL;

  options = act_client_read_mapping_options_finish (ACT_CLIENT (source), result, &error);
  if (options == NULL)
    {
      act_known_answer_one (task, self->store, ACT_RESOURCE_MAPPING_OPTIONS, "", error);
      return;
    }

  resources = act_known_new_list ();
  act_known_add (resources, "", NULL, options->json);
  act_known_keep (task, self->store, ACT_RESOURCE_MAPPING_OPTIONS, "", resources, FALSE, options,
                  (GDestroyNotify) act_mapping_options_free);
}

/**
 * act_session_read_mapping_options_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads what external mappings can be made of: types of entity, other systems and their tables.
 */
void
act_session_read_mapping_options_async (ActSession         *self,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_client_read_mapping_options_async (self->client, cancellable, options_read_cb,
                                         act_session_new_task (self, cancellable, callback, user_data,
                                                               act_session_read_mapping_options_async));
}

/**
 * act_session_read_mapping_options_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh it is
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the options
 */
ActMappingOptions *
act_session_read_mapping_options_finish (ActSession    *self,
                                         GAsyncResult  *result,
                                         ActFreshness **freshness,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}

static GPtrArray *
make_resources (GPtrArray *mappings)
{
  return act_mapping_pages_make_resources ((ActExternalMapping **) mappings->pdata, mappings->len);
}

static void
all_listed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask      *task = user_data;
  ActSession *self = g_task_get_source_object (task);
  GPtrArray  *mappings = NULL;
  gboolean    complete = FALSE;
  GError     *error = NULL;

  mappings = act_pages_list_finish (ACT_CLIENT (source), result, &complete, &error);
  if (mappings == NULL)
    act_known_answer_list (task, self->store, ACT_RESOURCE_MAPPING, NULL, error);
  else
    act_known_keep (task, self->store, ACT_RESOURCE_MAPPING, NULL, make_resources (mappings),
                    complete, mappings, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_mappings_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the external mappings of all systems.
 */
void
act_session_list_mappings_async (ActSession         *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_mapping_pages_list_async (self->client, cancellable, all_listed_cb,
                                act_session_new_task (self, cancellable, callback, user_data,
                                                      act_session_list_mappings_async));
}

/**
 * act_session_list_mappings_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh they are
 * @complete: (out) (optional): whether these are all; %FALSE where there are more than anybody would
 *   look through, and where the store knows only some
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalMapping): the mappings
 */
GPtrArray *
act_session_list_mappings_finish (ActSession    *self,
                                  GAsyncResult  *result,
                                  ActFreshness **freshness,
                                  gboolean      *complete,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish_list (result, freshness, complete, error);
}

static void
of_entity_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  GTask      *task = user_data;
  ActSession *self = g_task_get_source_object (task);
  const char *group = g_task_get_task_data (task);
  GPtrArray  *mappings = NULL;
  gboolean    complete = FALSE;
  GError     *error = NULL;

  mappings = act_pages_list_finish (ACT_CLIENT (source), result, &complete, &error);
  if (mappings == NULL)
    act_known_answer_list (task, self->store, ACT_RESOURCE_MAPPING, group, error);
  else
    act_known_keep (task, self->store, ACT_RESOURCE_MAPPING, group, make_resources (mappings),
                    complete, mappings, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_mappings_of_entity_async:
 * @self: a session
 * @entity_type: the type of an entity, for example `Account`
 * @entity_id: its id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the external mappings that an entity has.
 */
void
act_session_list_mappings_of_entity_async (ActSession         *self,
                                           const char         *entity_type,
                                           const char         *entity_id,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (entity_type != NULL && entity_id != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data,
                               act_session_list_mappings_of_entity_async);
  set_place (task, act_resource_make_group (entity_type, entity_id));
  act_mapping_pages_list_of_entity_async (self->client, entity_type, entity_id, cancellable,
                                          of_entity_listed_cb, task);
}

/**
 * act_session_list_mappings_of_entity_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh they are
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalMapping): the mappings, perhaps none
 */
GPtrArray *
act_session_list_mappings_of_entity_finish (ActSession    *self,
                                            GAsyncResult  *result,
                                            ActFreshness **freshness,
                                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}

static void
mapping_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask              *task = user_data;
  ActSession         *self = g_task_get_source_object (task);
  const char         *id = g_task_get_task_data (task);
  ActExternalMapping *mapping = NULL;
  GError             *error = NULL;

  mapping = act_client_read_mapping_finish (ACT_CLIENT (source), result, &error);
  if (mapping == NULL)
    act_known_answer_one (task, self->store, ACT_RESOURCE_MAPPING, id, error);
  else
    act_known_keep (task, self->store, ACT_RESOURCE_MAPPING, NULL,
                    act_mapping_pages_make_resources (&mapping, 1), FALSE, mapping,
                    (GDestroyNotify) act_external_mapping_free);
}

/**
 * act_session_read_mapping_async:
 * @self: a session
 * @mapping_id: an external mapping
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads an external mapping, to correct it as it is now.
 */
void
act_session_read_mapping_async (ActSession         *self,
                                const char         *mapping_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (mapping_id != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_read_mapping_async);
  set_place (task, g_strdup (mapping_id));
  act_client_read_mapping_async (self->client, mapping_id, cancellable, mapping_read_cb, task);
}

/**
 * act_session_read_mapping_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh it is
 * @error: of %ACT_API_ERROR, %ACT_API_ERROR_NOT_FOUND when it does not exist any more, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the mapping
 */
ActExternalMapping *
act_session_read_mapping_finish (ActSession    *self,
                                 GAsyncResult  *result,
                                 ActFreshness **freshness,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}

static void
of_record_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *mappings = NULL;
  GError    *error = NULL;

  mappings = act_pages_list_finish (ACT_CLIENT (source), result, NULL, &error);
  if (mappings == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, mappings, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_mappings_of_record_async:
 * @self: a session
 * @external_system: another system
 * @external_table: where in it
 * @external_id: a record there
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the external mappings that lead to a record of another system. Only the server can tell.
 */
void
act_session_list_mappings_of_record_async (ActSession         *self,
                                           const char         *external_system,
                                           const char         *external_table,
                                           const char         *external_id,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  g_return_if_fail (ACT_IS_SESSION (self));

  act_mapping_pages_list_of_record_async (self->client, external_system, external_table, external_id,
                                          cancellable, of_record_listed_cb,
                                          act_session_new_task (self, cancellable, callback, user_data,
                                                                act_session_list_mappings_of_record_async));
}

/**
 * act_session_list_mappings_of_record_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalMapping): the mappings, perhaps none
 */
GPtrArray *
act_session_list_mappings_of_record_finish (ActSession   *self,
                                            GAsyncResult *result,
                                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
records_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask           *task = user_data;
  ActSession      *self = g_task_get_source_object (task);
  const char      *id = g_task_get_task_data (task);
  GPtrArray       *records = NULL;
  GPtrArray       *resources = NULL;
  g_autofree char *json = NULL;
  GError          *error = NULL;

  records = act_client_list_external_records_finish (ACT_CLIENT (source), result, &error);
  if (records == NULL)
    {
      act_known_answer_one (task, self->store, ACT_RESOURCE_EXTERNAL_RECORDS, id, error);
      return;
    }

  resources = act_known_new_list ();
  json = act_external_records_to_json (records);
  act_known_add (resources, id, NULL, json);
  act_known_keep (task, self->store, ACT_RESOURCE_EXTERNAL_RECORDS, "", resources, FALSE, records,
                  (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_external_records_async:
 * @self: a session
 * @external_system: another system
 * @entity_type: a type of entity, for example `Account`
 * @external_table: (nullable): where in the other system
 * @credentials_id: (nullable): the credential to ask with
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the records of another system that an entity of this type can be mapped to.
 */
void
act_session_list_external_records_async (ActSession         *self,
                                         const char         *external_system,
                                         const char         *entity_type,
                                         const char         *external_table,
                                         const char         *credentials_id,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (external_system != NULL && entity_type != NULL);

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_external_records_async);
  set_place (task, g_strjoin ("/", external_system, entity_type, external_table, NULL));
  act_client_list_external_records_async (self->client, external_system, entity_type, external_table,
                                          credentials_id, cancellable, records_listed_cb, task);
}

/**
 * act_session_list_external_records_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh they are
 * @error: of %ACT_API_ERROR when neither the server nor the store could tell, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActExternalRecord): the records; none where the
 *   other system cannot list them
 */
GPtrArray *
act_session_list_external_records_finish (ActSession    *self,
                                          GAsyncResult  *result,
                                          ActFreshness **freshness,
                                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return act_known_finish (result, freshness, error);
}
