/* Changes that wait for the server: mappings to create, integrations to enable
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-changes.h"

#include "act-resource-json.h"
#include "act-session-private.h"
#include "act-store-changes.h"

/* The parts are escaped, so that two targets are the same only when all parts are. */
static char *
make_mapping_target (const ActExternalMapping *mapping)
{
  const char *const parts[] = { mapping->entity_type, mapping->entity_id, mapping->external_system,
                                mapping->external_table };
  GString          *target = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0)
        g_string_append_c (target, '/');
      if (parts[i] != NULL)
        g_string_append_uri_escaped (target, parts[i], NULL, TRUE);
    }

  return g_string_free (target, FALSE);
}

static void
tell_changes (ActSession *self)
{
  g_signal_emit_by_name (self, "changes-changed");
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (act_store_add_change_finish (ACT_STORE (source), result, &error) == 0)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  act_engine_send_soon (self->engine);
  tell_changes (self);
  g_task_return_boolean (task, TRUE);
}

static void
queue (ActSession         *self,
       const ActChange    *change,
       gint64              replaced_change,
       GCancellable       *cancellable,
       gpointer            source_tag,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  act_store_add_change_async (self->store, change, replaced_change, cancellable, added_cb, task);
}

/**
 * act_session_queue_mapping_async:
 * @self: a session
 * @mapping: a mapping that is yet to be created; copied
 * @replaced_change: the change that it was edited from, which goes away, or 0
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lets a mapping wait until the server can be reached. It takes the place of one that waits for the
 * same entity and the same table.
 */
void
act_session_queue_mapping_async (ActSession               *self,
                                 const ActExternalMapping *mapping,
                                 gint64                    replaced_change,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  g_autoptr (ActChange) change = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (mapping != NULL && mapping->id == NULL);

  change = act_change_new ();
  change->action = ACT_OUTBOX_CREATE_MAPPING;
  change->target = make_mapping_target (mapping);
  change->content = act_external_mapping_to_json (mapping);
  change->name = act_external_mapping_describe (mapping);
  queue (self, change, replaced_change, cancellable, act_session_queue_mapping_async, callback,
         user_data);
}

/**
 * act_session_queue_mapping_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, %ACT_STORE_ERROR_BUSY while one that it would replace is being sent
 *   or may have been made; or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it waits, on the disk
 */
gboolean
act_session_queue_mapping_finish (ActSession   *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_session_queue_enable_async:
 * @self: a session
 * @configuration: an integration configuration as it was read, with its JSON; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lets an integration be enabled when the server can be reached, if it is still as it was read.
 */
void
act_session_queue_enable_async (ActSession                        *self,
                                const ActIntegrationConfiguration *configuration,
                                GCancellable                      *cancellable,
                                GAsyncReadyCallback                callback,
                                gpointer                           user_data)
{
  g_autoptr (ActChange) change = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (configuration != NULL);
  g_return_if_fail (configuration->id != NULL && configuration->json != NULL);

  change = act_change_new ();
  change->action = ACT_OUTBOX_ENABLE;
  change->target = g_strdup (configuration->id);
  change->content = act_integration_configuration_hide_secrets (configuration->json);
  change->name = g_strdup (configuration->name);
  queue (self, change, 0, cancellable, act_session_queue_enable_async, callback, user_data);
}

/**
 * act_session_queue_enable_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, %ACT_STORE_ERROR_BUSY while it is being enabled; or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it waits, on the disk
 */
gboolean
act_session_queue_enable_finish (ActSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  changes = act_store_list_changes_finish (ACT_STORE (source), result, &error);
  if (changes == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&changes), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_changes_async:
 * @self: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the changes other than marks that are not done, and those done that there is something to
 * tell of. The signal `changes-changed` says when it may be another list.
 */
void
act_session_list_changes_async (ActSession         *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_changes_async);
  act_store_list_changes_async (self->store, cancellable, listed_cb, task);
}

/**
 * act_session_list_changes_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type ActChange) (nullable): the changes, oldest first
 */
GPtrArray *
act_session_list_changes_finish (ActSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_discard_change_finish (ACT_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  tell_changes (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

/**
 * act_session_discard_change_async:
 * @self: a session
 * @change_id: a change
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Gives up a change that is not being sent, or puts away one that is done.
 */
void
act_session_discard_change_async (ActSession         *self,
                                  gint64              change_id,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_discard_change_async);
  g_task_set_check_cancellable (task, FALSE);
  act_store_discard_change_async (self->store, change_id, cancellable, discarded_cb, task);
}

/**
 * act_session_discard_change_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_STORE_ERROR, %ACT_STORE_ERROR_BUSY while it is being sent; or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is gone
 */
gboolean
act_session_discard_change_finish (ActSession   *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_session_get_mapping_of_change:
 * @change: a change
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the mapping that it is to create, %NULL if it is about
 *   something else or cannot be read
 */
ActExternalMapping *
act_session_get_mapping_of_change (const ActChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  if (change->action != ACT_OUTBOX_CREATE_MAPPING || change->content == NULL)
    return NULL;

  return act_external_mapping_from_json (change->content, NULL);
}

/**
 * act_session_get_configuration_of_change:
 * @change: a change
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the integration that it is to enable, as the user saw it;
 *   %NULL if it is about something else or cannot be read
 */
ActIntegrationConfiguration *
act_session_get_configuration_of_change (const ActChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  if (change->action != ACT_OUTBOX_ENABLE || change->content == NULL)
    return NULL;

  return act_integration_configuration_from_json (change->content, NULL);
}

/**
 * act_session_dup_name_of_change:
 * @change: a change
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): what the thing is called that it is about, from outside
 */
char *
act_session_dup_name_of_change (const ActChange *change)
{
  g_autoptr (ActExternalMapping) mapping = act_session_get_mapping_of_change (change);
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;

  if (mapping != NULL)
    return act_external_mapping_describe (mapping);

  configuration = act_session_get_configuration_of_change (change);

  return configuration != NULL ? g_strdup (configuration->name) : NULL;
}
