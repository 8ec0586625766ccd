/* External mappings: making, correcting and deleting them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each goes to the server once for what the user asked for. Where the answer does not tell what came
 * of it, the server is looked at again, and that decides.
 */

#include "act-session-mappings.h"

#include "act-api-error.h"
#include "act-client-mappings.h"
#include "act-mapping-pages.h"
#include "act-session-abilities.h"
#include "act-session-once.h"
#include "act-session-private.h"
#include "act-store-resources.h"

typedef struct
{
  ActSessionOnce      once;
  ActExternalMapping *mapping; /* (owned): what it is to be, or what is to go */
  ActExternalMapping *theirs;  /* (owned) (nullable): what somebody else made of it */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  act_session_once_clear (&change->once);
  act_external_mapping_free (change->mapping);
  act_external_mapping_free (change->theirs);
  g_free (change);
}

/* Returns: (transfer full) (nullable): a task, or NULL when the same is under way, which was told */
static GTask *
begin (ActSession               *self,
       const ActExternalMapping *mapping,
       gpointer                  source_tag,
       GCancellable             *cancellable,
       GAsyncReadyCallback       callback,
       gpointer                  user_data)
{
  g_autoptr (GTask) task = act_session_new_task (self, cancellable, callback, user_data, source_tag);
  Change *change = g_new0 (Change, 1);

  change->mapping = act_external_mapping_copy (mapping);
  g_task_set_task_data (task, change, change_free);

  return act_session_once_begin (task, act_once_describe_mapping (mapping)) ? g_steal_pointer (&task) : NULL;
}

static void
send (GTask                    *task,
      ActActivityAction         action,
      const ActExternalMapping *mapping)
{
  g_autofree char *detail = act_external_mapping_describe (mapping);

  act_session_once_send (task, action, mapping->id, detail);
}

static void
fail_for_conflict (GTask              *task,
                   ActExternalMapping *theirs)
{
  Change *change = g_task_get_task_data (task);

  change->theirs = act_external_mapping_copy (theirs);
  act_session_once_fail (task, g_error_new (ACT_API_ERROR, ACT_API_ERROR_CONFLICT,
                                            "The mapping has version %" G_GINT64_FORMAT
                                            " and had %" G_GINT64_FORMAT,
                                            theirs->version, change->mapping->version));
}

/* Who may create a mapping need not be allowed to change one, nor the other way round. */
static ActAbility
get_ability (GTask *task)
{
  const Change *change = g_task_get_task_data (task);

  return change->mapping->id != NULL ? ACT_ABILITY_MAPPING_CHANGES : ACT_ABILITY_MAPPINGS;
}

/* Learns from what was tried. */
static void
learn (GTask        *task,
       const GError *error,
       gboolean      may_be_missing)
{
  act_session_learn_ability (g_task_get_source_object (task), get_ability (task), error, may_be_missing);
}

/* Takes the mapping. */
static void
succeed (GTask              *task,
         ActExternalMapping *made)
{
  learn (task, NULL, FALSE);
  act_session_once_set_target (task, made->id);
  act_session_once_keep (task, ACT_RESOURCE_MAPPING, NULL, act_mapping_pages_make_resources (&made, 1), made,
                         (GDestroyNotify) act_external_mapping_free);
}

static ActExternalMapping *
find_the_same (GPtrArray                *mappings,
               const ActExternalMapping *mapping)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      if (act_external_mapping_says_the_same (g_ptr_array_index (mappings, i), mapping))
        return act_external_mapping_copy (g_ptr_array_index (mappings, i));
    }

  return NULL;
}

static void
looked_for_new_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr (GPtrArray) mappings = act_pages_list_finish (ACT_CLIENT (source), result, NULL, NULL);
  ActExternalMapping *found = NULL;

  if (mappings != NULL)
    found = find_the_same (mappings, change->mapping);

  if (found != NULL)
    succeed (task, found);
  else
    act_session_once_fail (task, act_session_make_uncertain (change->once.error));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable       *cancellable = g_task_get_cancellable (task);
  ActSession         *self = g_task_get_source_object (task);
  Change             *change = g_task_get_task_data (task);
  ActExternalMapping *made = NULL;
  g_autoptr (GError) error = NULL;

  made = act_client_create_mapping_finish (ACT_CLIENT (source), result, &error);
  if (made != NULL)
    {
      succeed (task, made);
    }
  else if (act_api_error_may_have_acted (error))
    {
      change->once.error = g_steal_pointer (&error);
      act_mapping_pages_list_of_entity_async (self->client, change->mapping->entity_type,
                                              change->mapping->entity_id,
                                              cancellable, looked_for_new_cb,
                                              g_steal_pointer (&task));
    }
  else
    {
      learn (task, error, TRUE);
      act_session_once_fail (task, g_steal_pointer (&error));
    }
}

/**
 * act_session_create_mapping_async:
 * @self: a session
 * @mapping: what it is to be; copied
 * @cancellable: (nullable): a cancellable; the mapping may be created all the same
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Creates a mapping, once. When the answer is lost, the entity's mappings are read to see whether it
 * is there.
 */
void
act_session_create_mapping_async (ActSession               *self,
                                  const ActExternalMapping *mapping,
                                  GCancellable             *cancellable,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (mapping != NULL && mapping->id == NULL);

  task = begin (self, mapping, act_session_create_mapping_async, cancellable, callback, user_data);
  if (task == NULL)
    return;

  send (task, ACT_ACTIVITY_CREATE_MAPPING, mapping);
  act_client_create_mapping_async (self->client, mapping, cancellable, created_cb, task);
}

/**
 * act_session_create_mapping_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_API_ERROR_UNCERTAIN when it may have been created, so that the
 *   mappings must be read before it is tried again; %G_IO_ERROR_PENDING while the same mapping is
 *   being created; or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the mapping as the server has it
 */
ActExternalMapping *
act_session_create_mapping_finish (ActSession   *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* That the mapping is there is known, so a call that is not found does not exist. */
static void
fail_unchanged (GTask *task)
{
  Change *change = g_task_get_task_data (task);

  learn (task, change->once.error, TRUE);
  act_session_once_fail (task, act_session_make_undone (change->once.error));
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_remove_resource_finish (ACT_STORE (source), result, &error))
    g_debug ("A mapping was not removed: %s", error->message);

  act_session_once_end (task);
  if (change->once.error != NULL)
    g_task_return_error (task, g_steal_pointer (&change->once.error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Takes the task. The server does not have it any more, so the store need not have it either. */
static void
forget (GTask *task)
{
  ActSession *self = g_task_get_source_object (task);
  Change     *change = g_task_get_task_data (task);

  act_store_remove_resource_async (self->store, ACT_RESOURCE_MAPPING, change->mapping->id, NULL,
                                   forgotten_cb, task);
}

static void
looked_at_corrected_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr (ActExternalMapping) theirs = NULL;
  g_autoptr (GError) error = NULL;

  theirs = act_client_read_mapping_finish (ACT_CLIENT (source), result, &error);
  if (theirs == NULL && g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    {
      g_clear_error (&change->once.error);
      change->once.error = g_steal_pointer (&error);
      forget (g_steal_pointer (&task));
    }
  else if (theirs == NULL)
    act_session_once_fail (task, g_steal_pointer (&change->once.error));
  else if (act_external_mapping_says_the_same (theirs, change->mapping))
    succeed (task, g_steal_pointer (&theirs));
  else if (theirs->version != change->mapping->version)
    fail_for_conflict (task, theirs);
  else
    fail_unchanged (task);
}

static void
corrected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable       *cancellable = g_task_get_cancellable (task);
  ActSession         *self = g_task_get_source_object (task);
  Change             *change = g_task_get_task_data (task);
  ActExternalMapping *made = NULL;
  g_autoptr (GError) error = NULL;

  made = act_client_update_mapping_finish (ACT_CLIENT (source), result, &error);
  if (made != NULL)
    {
      succeed (task, made);
    }
  else if (act_session_is_worth_a_look (error))
    {
      change->once.error = g_steal_pointer (&error);
      act_client_read_mapping_async (self->client, change->mapping->id,
                                     cancellable, looked_at_corrected_cb,
                                     g_steal_pointer (&task));
    }
  else
    {
      learn (task, error, FALSE);
      act_session_once_fail (task, g_steal_pointer (&error));
    }
}

/**
 * act_session_update_mapping_async:
 * @self: a session
 * @mapping: what it is to be, with the id and the version of the one that it was read as; copied
 * @cancellable: (nullable): a cancellable; the mapping may be corrected all the same
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Corrects a mapping, unless somebody else changed it since it was read.
 */
void
act_session_update_mapping_async (ActSession               *self,
                                  const ActExternalMapping *mapping,
                                  GCancellable             *cancellable,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (mapping != NULL && mapping->id != NULL);

  task = begin (self, mapping, act_session_update_mapping_async, cancellable, callback, user_data);
  if (task == NULL)
    return;

  send (task, ACT_ACTIVITY_CHANGE_MAPPING, mapping);
  act_client_update_mapping_async (self->client, mapping, cancellable, corrected_cb, task);
}

/* Gives what somebody else made of the mapping. */
static void
take_theirs (GAsyncResult        *result,
             ActExternalMapping **theirs)
{
  Change *change = g_task_get_task_data (G_TASK (result));

  if (theirs != NULL)
    *theirs = g_steal_pointer (&change->theirs);
}

/**
 * act_session_update_mapping_finish:
 * @self: the session
 * @result: the result
 * @theirs: (out) (optional) (nullable) (transfer full): with %ACT_API_ERROR_CONFLICT, the mapping as
 *   somebody else left it; to correct it all the same, use its version
 * @error: of %ACT_API_ERROR, %ACT_API_ERROR_NOT_FOUND when it does not exist any more, or
 *   %G_IO_ERROR_PENDING or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the mapping as the server has it
 */
ActExternalMapping *
act_session_update_mapping_finish (ActSession          *self,
                                   GAsyncResult        *result,
                                   ActExternalMapping **theirs,
                                   GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  take_theirs (result, theirs);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
looked_at_deleted_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr (ActExternalMapping) left = NULL;
  g_autoptr (GError) error = NULL;

  left = act_client_read_mapping_finish (ACT_CLIENT (source), result, &error);
  if (left == NULL && g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    {
      g_clear_error (&change->once.error);
      forget (g_steal_pointer (&task));
    }
  else if (left == NULL)
    act_session_once_fail (task, g_steal_pointer (&change->once.error));
  else
    fail_unchanged (task);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  ActSession   *self = g_task_get_source_object (task);
  Change       *change = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (act_client_delete_mapping_finish (ACT_CLIENT (source), result, &error))
    {
      learn (task, NULL, FALSE);
      forget (g_steal_pointer (&task));
    }
  else if (act_session_is_worth_a_look (error))
    {
      change->once.error = g_steal_pointer (&error);
      act_client_read_mapping_async (self->client, change->mapping->id,
                                     cancellable, looked_at_deleted_cb,
                                     g_steal_pointer (&task));
    }
  else
    {
      learn (task, error, FALSE);
      act_session_once_fail (task, g_steal_pointer (&error));
    }
}

/* The call that deletes names no version, so the mapping is looked at before. */
static void
looked_before_deleting_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  ActSession   *self = g_task_get_source_object (task);
  Change       *change = g_task_get_task_data (task);
  g_autoptr (ActExternalMapping) theirs = NULL;
  g_autoptr (GError) error = NULL;

  theirs = act_client_read_mapping_finish (ACT_CLIENT (source), result, &error);
  if (theirs == NULL && g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    forget (g_steal_pointer (&task));
  else if (theirs == NULL)
    act_session_once_fail (task, g_steal_pointer (&error));
  else if (theirs->version != change->mapping->version)
    fail_for_conflict (task, theirs);
  else
    {
      send (task, ACT_ACTIVITY_DELETE_MAPPING, change->mapping);
      act_client_delete_mapping_async (self->client, change->mapping->id, cancellable, deleted_cb,
                                       g_steal_pointer (&task));
    }
}

/**
 * act_session_delete_mapping_async:
 * @self: a session
 * @mapping: a mapping as it was read; copied
 * @cancellable: (nullable): a cancellable; the mapping may be deleted all the same
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Deletes a mapping, unless somebody else changed it since it was read. One that does not exist any
 * more is as good as deleted.
 */
void
act_session_delete_mapping_async (ActSession               *self,
                                  const ActExternalMapping *mapping,
                                  GCancellable             *cancellable,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data)
{
  GTask *task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (mapping != NULL && mapping->id != NULL);

  task = begin (self, mapping, act_session_delete_mapping_async, cancellable, callback, user_data);
  if (task != NULL)
    act_client_read_mapping_async (self->client, mapping->id, cancellable,
                                   looked_before_deleting_cb, task);
}

/**
 * act_session_delete_mapping_finish:
 * @self: the session
 * @result: the result
 * @theirs: (out) (optional) (nullable) (transfer full): with %ACT_API_ERROR_CONFLICT, the mapping as
 *   somebody else left it; to delete it all the same, delete that
 * @error: of %ACT_API_ERROR, or %G_IO_ERROR_PENDING or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it does not exist any more
 */
gboolean
act_session_delete_mapping_finish (ActSession          *self,
                                   GAsyncResult        *result,
                                   ActExternalMapping **theirs,
                                   GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  take_theirs (result, theirs);

  return g_task_propagate_boolean (G_TASK (result), error);
}
