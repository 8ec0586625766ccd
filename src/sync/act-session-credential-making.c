/* Making a credential of another system
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A credential cannot be read back whole, so whether one whose answer was lost was made can only be
 * told by what is new in the list.
 */

#include "act-session-credentials.h"

#include "act-api-error.h"
#include "act-client-credentials.h"
#include "act-credential-pages.h"
#include "act-event.h"
#include "act-session-abilities.h"
#include "act-session-once.h"
#include "act-session-private.h"
#include "act-store-resources.h"
#include "act-time.h"

/* How far the clock of a server may be from ours. */
#define CLOCK_DIFFERENCE_MS (G_GINT64_CONSTANT (10) * 60 * 1000)

typedef struct
{
  ActSessionOnce      once;
  ActCredentialDraft *draft;  /* (owned) (nullable): until it was sent; secrets */
  ActCredential      *wanted; /* (owned): what it is to be, without secrets */
  GHashTable         *known;  /* (owned) (element-type utf8): the ids that were there before */
  gboolean            knows_all;
  gint64              started_at;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  act_session_once_clear (&making->once);
  act_credential_draft_free (making->draft);
  act_credential_free (making->wanted);
  g_hash_table_unref (making->known);
  g_free (making);
}

/* Takes the credential. */
static void
succeed (GTask         *task,
         ActCredential *made)
{
  act_session_learn_ability (g_task_get_source_object (task), ACT_ABILITY_CREDENTIALS, NULL, FALSE);
  act_session_once_set_target (task, made->id);
  act_session_once_keep (task, ACT_RESOURCE_CREDENTIAL, "", act_credential_pages_make_resources (&made, 1), made,
                         (GDestroyNotify) act_credential_free);
}

/* A server that does not tell when it was made leaves what was not there before. */
static gboolean
is_recent (const Making        *making,
           const ActCredential *credential)
{
  if (credential->created == ACT_TIME_UNKNOWN)
    return making->knows_all;

  return credential->created >= making->started_at - CLOCK_DIFFERENCE_MS;
}

static gboolean
may_be_ours (const Making        *making,
             const ActCredential *credential)
{
  return !g_hash_table_contains (making->known, credential->id) &&
         g_strcmp0 (credential->type, making->wanted->type) == 0 &&
         g_strcmp0 (credential->name, making->wanted->name) == 0 &&
         act_credential_fits_system (credential->destination, making->wanted->destination) &&
         is_recent (making, credential);
}

/* Returns: (transfer full) (nullable): the only one that can be the one that was made */
static ActCredential *
find_ours (const Making *making,
           GPtrArray    *credentials)
{
  const ActCredential *found = NULL;

  for (guint i = 0; i < credentials->len; i++)
    {
      const ActCredential *credential = g_ptr_array_index (credentials, i);

      if (!may_be_ours (making, credential))
        continue;
      if (found != NULL)
        return NULL;

      found = credential;
    }

  return found != NULL ? act_credential_copy (found) : NULL;
}

static void
looked_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  g_autoptr (GPtrArray) credentials = act_pages_list_finish (ACT_CLIENT (source), result, NULL, NULL);
  ActCredential *found = credentials != NULL ? find_ours (making, credentials) : NULL;

  if (found != NULL)
    succeed (task, found);
  else
    act_session_once_fail (task, act_session_make_uncertain (making->once.error));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable  *cancellable = g_task_get_cancellable (task);
  ActSession    *self = g_task_get_source_object (task);
  Making        *making = g_task_get_task_data (task);
  ActCredential *made = NULL;
  g_autoptr (GError) error = NULL;

  made = act_client_create_credential_finish (ACT_CLIENT (source), result, &error);
  g_clear_pointer (&making->draft, act_credential_draft_free);

  if (made != NULL)
    {
      succeed (task, made);
    }
  else if (act_api_error_may_have_acted (error))
    {
      making->once.error = g_steal_pointer (&error);
      act_credential_pages_list_async (self->client, cancellable, looked_again_cb,
                                       g_steal_pointer (&task));
    }
  else
    {
      act_session_learn_ability (self, ACT_ABILITY_CREDENTIALS, error, TRUE);
      act_session_once_fail (task, g_steal_pointer (&error));
    }
}

static void
known_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  ActSession   *self = g_task_get_source_object (task);
  Making       *making = g_task_get_task_data (task);
  gint64        listed_at = ACT_TIME_UNKNOWN;
  g_autoptr (GPtrArray) resources = NULL;

  resources = act_store_list_resources_finish (ACT_STORE (source), result, &listed_at, NULL);
  making->knows_all = listed_at != ACT_TIME_UNKNOWN;
  for (guint i = 0; resources != NULL && i < resources->len; i++)
    {
      const ActResource *resource = g_ptr_array_index (resources, i);

      g_hash_table_add (making->known, g_strdup (resource->id));
    }

  if (g_cancellable_is_cancelled (cancellable))
    act_session_once_fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));
  else
    {
      act_session_once_send (task, ACT_ACTIVITY_CREATE_CREDENTIAL, NULL, making->wanted->name);
      act_client_create_credential_async (self->client, making->draft, cancellable, created_cb,
                                          g_steal_pointer (&task));
    }
}

/**
 * act_session_create_credential_async:
 * @self: a session
 * @draft: (transfer full): what it is to be; overwritten as soon as it was sent
 * @cancellable: (nullable): a cancellable; the credential may be created all the same
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Creates a credential, once. When the answer is lost, the list of credentials tells whether it is
 * there.
 */
void
act_session_create_credential_async (ActSession         *self,
                                     ActCredentialDraft *draft,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *what = NULL;
  Making          *making = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (draft != NULL);

  making = g_new0 (Making, 1);
  making->draft = draft;
  making->wanted = act_credential_new ();
  making->wanted->type = g_strdup (draft->type);
  making->wanted->destination = g_strdup (draft->destination);
  making->wanted->name = g_strdup (draft->name);
  making->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  making->started_at = act_time_now ();
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_create_credential_async);
  g_task_set_task_data (task, making, making_free);

  what = g_strjoin ("\n", "credential", draft->type, draft->destination, draft->name, NULL);
  if (act_session_once_begin (task, g_steal_pointer (&what)))
    act_store_list_resources_async (self->store, ACT_RESOURCE_CREDENTIAL, "", NULL, known_listed_cb,
                                    g_steal_pointer (&task));
}

/**
 * act_session_create_credential_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_API_ERROR_UNCERTAIN when it may have been created, so that the
 *   credentials must be read before it is tried again; %G_IO_ERROR_PENDING while the same is being
 *   created; or %G_IO_ERROR_CANCELLED. No message holds a secret
 *
 * Returns: (transfer full) (nullable): the credential as the server has it
 */
ActCredential *
act_session_create_credential_finish (ActSession   *self,
                                      GAsyncResult *result,
                                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
