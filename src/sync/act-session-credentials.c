/* Credentials of other systems: listing them, and what they are made of
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-credentials.h"

#include "act-api-error.h"
#include "act-client-credentials.h"
#include "act-credential-pages.h"
#include "act-known.h"
#include "act-session-abilities.h"
#include "act-session-private.h"

/* A list of the credentials of one system. */
typedef struct
{
  char         *system;      /* (owned) (nullable): of which system, or %NULL for all */
  GPtrArray    *credentials; /* (owned) (nullable): once they are known */
  ActFreshness *freshness;   /* (owned) (nullable): once they are known */
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->system);
  g_clear_pointer (&listing->credentials, g_ptr_array_unref);
  act_freshness_free (listing->freshness);
  g_free (listing);
}

/* Without a collection there is nothing to create in. Who may not list may create all the same. */
static void
learn_of_listing (ActSession   *self,
                  const GError *error)
{
  if (!g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN))
    act_session_learn_ability (self, ACT_ABILITY_CREDENTIALS, error, TRUE);
}

static void
server_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GTask      *task = user_data;
  ActSession *self = g_task_get_source_object (task);
  GPtrArray  *credentials = NULL;
  GPtrArray  *resources = NULL;
  gboolean    complete = FALSE;
  GError     *error = NULL;

  credentials = act_pages_list_finish (ACT_CLIENT (source), result, &complete, &error);
  if (credentials == NULL)
    {
      learn_of_listing (self, error);
      act_known_answer_list (task, self->store, ACT_RESOURCE_CREDENTIAL, "", error);
      return;
    }

  resources = act_credential_pages_make_resources ((ActCredential **) credentials->pdata,
                                                   credentials->len);
  act_known_keep (task, self->store, ACT_RESOURCE_CREDENTIAL, "", resources, complete, credentials,
                  (GDestroyNotify) g_ptr_array_unref);
}

static void
all_listed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  g_autoptr (GPtrArray) credentials = NULL;
  g_autoptr (GError) error = NULL;

  credentials = act_known_finish (result, &listing->freshness, &error);
  if (credentials == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = credentials->len; i > 0; i--)
    {
      const ActCredential *credential = g_ptr_array_index (credentials, i - 1);

      if (listing->system != NULL &&
          !act_credential_fits_system (credential->destination, listing->system))
        g_ptr_array_remove_index (credentials, i - 1);
    }
  g_task_return_pointer (task, g_steal_pointer (&credentials), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_credentials_async:
 * @self: a session
 * @system: (nullable): another system as configurations name it, or %NULL for all
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists the credentials of a system, without their secrets. Not every API has this call; one that
 * has not cannot create credentials either. A key that may not list them may still create some.
 */
void
act_session_list_credentials_async (ActSession         *self,
                                    const char         *system,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  GTask   *task = NULL;
  GTask   *all = NULL;
  Listing *listing = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));

  listing = g_new0 (Listing, 1);
  listing->system = g_strdup (system);
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_credentials_async);
  g_task_set_task_data (task, listing, listing_free);

  all = g_task_new (self, cancellable, all_listed_cb, task);
  g_task_set_source_tag (all, act_session_list_credentials_async);
  act_credential_pages_list_async (self->client, cancellable, server_listed_cb, all);
}

/**
 * act_session_list_credentials_finish:
 * @self: the session
 * @result: the result
 * @freshness: (out) (optional) (transfer full): how fresh they are
 * @error: of %ACT_API_ERROR, %ACT_API_ERROR_NOT_FOUND or _NOT_ALLOWED when the API has no such call;
 *   or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActCredential): the credentials, perhaps none
 */
GPtrArray *
act_session_list_credentials_finish (ActSession    *self,
                                     GAsyncResult  *result,
                                     ActFreshness **freshness,
                                     GError       **error)
{
  Listing *listing = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  listing = g_task_get_task_data (G_TASK (result));
  if (freshness != NULL)
    *freshness = g_steal_pointer (&listing->freshness);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static const ActCredentialField *
find_field (GPtrArray  *fields,
            const char *key)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const ActCredentialField *field = g_ptr_array_index (fields, i);

      if (g_strcmp0 (field->key, key) == 0)
        return field;
    }

  return NULL;
}

/* What the server asks for goes first. It need not say what is a secret, so what is known here to be
 * one stays one. */
static GPtrArray *
merge_fields (GPtrArray *told,
              GPtrArray *known)
{
  if (told == NULL || told->len == 0)
    return g_ptr_array_ref (known);

  for (guint i = 0; i < told->len; i++)
    {
      ActCredentialField       *field = g_ptr_array_index (told, i);
      const ActCredentialField *other = find_field (known, field->key);

      field->secret = field->secret || (other != NULL && other->secret);
    }

  return g_ptr_array_ref (told);
}

static void
fields_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *type = g_task_get_task_data (task);
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GPtrArray) known = act_credential_type_list_fields (type);
  g_autoptr (GError) error = NULL;

  told = act_client_list_credential_fields_finish (ACT_CLIENT (source), result, &error);
  if (told == NULL)
    g_debug ("The server does not tell the fields: %s", error->message);
  g_task_return_pointer (task, merge_fields (told, known), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_credential_fields_async:
 * @self: a session
 * @system: (nullable): another system as configurations name it
 * @entity_type: (nullable): what the configuration is for, for example `Bill`; the server can only be
 *   asked if it is known
 * @type: (nullable): the type of credential
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lists what a form for a credential asks for: what the server says, else what is known here of the
 * type.
 */
void
act_session_list_credential_fields_async (ActSession         *self,
                                          const char         *system,
                                          const char         *entity_type,
                                          const char         *type,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_list_credential_fields_async);
  g_task_set_task_data (task, g_strdup (type), g_free);
  if (system != NULL && *system != '\0' && entity_type != NULL && *entity_type != '\0')
    {
      act_client_list_credential_fields_async (self->client, system, entity_type, cancellable,
                                               fields_listed_cb, g_steal_pointer (&task));
      return;
    }

  g_task_return_pointer (task, act_credential_type_list_fields (type),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * act_session_list_credential_fields_finish:
 * @self: the session
 * @result: the result
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ActCredentialField): the fields, with labels that
 *   are not translated; none where nobody knows
 */
GPtrArray *
act_session_list_credential_fields_finish (ActSession   *self,
                                           GAsyncResult *result,
                                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
