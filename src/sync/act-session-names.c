/* What the entity of a run is called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-runs.h"

#include "act-api-error.h"
#include "act-session-private.h"
#include "act-store-resources.h"

typedef struct
{
  ActNameKind kind;
  const char *type;
  char       *id;   /* (owned) */
  char       *name; /* (owned) (nullable): once it is known */
} Naming;

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_free (naming->id);
  g_free (naming->name);
  g_free (naming);
}

static void
name_put_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Naming *naming = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!act_store_put_names_finish (ACT_STORE (source), result, &error))
    g_info ("A name was not kept: %s", error->message);
  g_task_return_pointer (task, g_steal_pointer (&naming->name), g_free);
}

/* What has no name gets an empty one, so that it is not asked for again. */
static void
name_asked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  Naming     *naming = g_task_get_task_data (task);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  naming->name = act_client_read_entity_name_finish (ACT_CLIENT (source), result, &error);
  if (naming->name == NULL && !g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_ptr_array_add (names, act_name_new (naming->id, naming->name != NULL ? naming->name : ""));
  act_store_put_names_async (self->store, naming->kind, names, NULL, name_put_cb,
                             g_steal_pointer (&task));
}

static void
name_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession      *self = g_task_get_source_object (task);
  Naming          *naming = g_task_get_task_data (task);
  g_autofree char *name = act_store_read_name_finish (ACT_STORE (source), result, NULL);

  if (name == NULL)
    act_client_read_entity_name_async (self->client, naming->type, naming->id,
                                       g_task_get_cancellable (task), name_asked_cb,
                                       g_object_ref (task));
  else
    g_task_return_pointer (task, *name != '\0' ? g_steal_pointer (&name) : NULL, g_free);
}

/**
 * act_session_read_entity_name_async:
 * @self: a session
 * @entity_type: (nullable): a type of entity
 * @entity_id: (nullable): an entity's id
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Tells what an account or a bill is called: by the store, which remembers, or else by the server.
 */
void
act_session_read_entity_name_async (ActSession         *self,
                                    const char         *entity_type,
                                    const char         *entity_id,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  gboolean is_account = entity_type != NULL && g_ascii_strcasecmp (entity_type, "Account") == 0;
  gboolean is_bill = entity_type != NULL && g_ascii_strcasecmp (entity_type, "Bill") == 0;
  g_autoptr (GTask) task = NULL;
  Naming *naming = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  task = act_session_new_task (self, cancellable, callback, user_data, act_session_read_entity_name_async);
  if ((!is_account && !is_bill) || entity_id == NULL || *entity_id == '\0')
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  naming = g_new0 (Naming, 1);
  naming->kind = is_account ? ACT_NAME_ACCOUNT : ACT_NAME_BILL;
  naming->type = is_account ? "Account" : "Bill";
  naming->id = g_strdup (entity_id);
  g_task_set_task_data (task, naming, naming_free);
  act_store_read_name_async (self->store, naming->kind, entity_id, cancellable, name_read_cb,
                             g_steal_pointer (&task));
}

/**
 * act_session_read_entity_name_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR, when it cannot be told now; or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the name, or %NULL if it has none, or on error
 */
char *
act_session_read_entity_name_finish (ActSession   *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
