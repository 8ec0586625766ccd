/* Giving an integration configuration another credential
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The API replaces a configuration whole, so it is read, changed in one place, and sent back with the
 * version that was read.
 */

#include "act-session-configurations.h"

#include "act-api-error.h"
#include "act-client-configurations.h"
#include "act-configuration-pages.h"
#include "act-resource-json.h"
#include "act-session-abilities.h"
#include "act-session-once.h"
#include "act-session-private.h"

typedef struct
{
  ActSessionOnce               once;
  ActIntegrationConfiguration *seen;           /* (owned): what the user saw */
  char                        *credentials_id; /* (owned) */
  ActConfigurationConflict    *conflict;       /* (owned) (nullable) */
} Linking;

static void
linking_free (gpointer data)
{
  Linking *linking = data;

  act_session_once_clear (&linking->once);
  act_integration_configuration_free (linking->seen);
  act_configuration_conflict_free (linking->conflict);
  g_free (linking->credentials_id);
  g_free (linking);
}

/**
 * act_configuration_conflict_free:
 * @self: (transfer full) (nullable): a conflict
 *
 * Frees a conflict.
 */
void
act_configuration_conflict_free (ActConfigurationConflict *self)
{
  if (self == NULL)
    return;

  act_integration_configuration_free (self->theirs);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

static void
fail_for_conflict (GTask                       *task,
                   ActIntegrationConfiguration *theirs)
{
  Linking         *linking = g_task_get_task_data (task);
  g_autofree char *ours = act_integration_configuration_change_json (linking->seen->json,
                                                                     linking->credentials_id,
                                                                     linking->seen->version);

  linking->conflict = g_new0 (ActConfigurationConflict, 1);
  linking->conflict->differences =
      act_integration_configuration_list_differences (linking->seen->json, ours, theirs->json);
  linking->conflict->theirs = act_integration_configuration_copy (theirs);
  act_session_once_fail (task, g_error_new (ACT_API_ERROR, ACT_API_ERROR_CONFLICT,
                                            "The configuration has version %" G_GINT64_FORMAT
                                            " and had %" G_GINT64_FORMAT,
                                            theirs->version, linking->seen->version));
}

/* Takes the configuration. */
static void
succeed (GTask                       *task,
         ActIntegrationConfiguration *linked)
{
  act_session_once_keep (task, ACT_RESOURCE_CONFIGURATION, "",
                         act_configuration_pages_make_resources (&linked, 1), linked,
                         (GDestroyNotify) act_integration_configuration_free);
}

static gboolean
is_linked (Linking                     *linking,
           ActIntegrationConfiguration *configuration)
{
  return g_strcmp0 (configuration->credentials_id, linking->credentials_id) == 0;
}

static void
looked_again_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Linking *linking = g_task_get_task_data (task);
  g_autoptr (ActIntegrationConfiguration) theirs = NULL;

  theirs = act_client_read_configuration_finish (ACT_CLIENT (source), result, NULL);
  if (theirs != NULL && is_linked (linking, theirs))
    {
      succeed (task, g_steal_pointer (&theirs));
    }
  else if (theirs != NULL && theirs->version != linking->seen->version)
    {
      fail_for_conflict (task, theirs);
    }
  else
    {
      act_session_learn_ability (g_task_get_source_object (task), ACT_ABILITY_CONFIGURATIONS,
                                 linking->once.error, theirs != NULL);
      act_session_once_fail (task, theirs != NULL ? act_session_make_undone (linking->once.error)
                                                  : g_steal_pointer (&linking->once.error));
    }
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable                *cancellable = g_task_get_cancellable (task);
  ActSession                  *self = g_task_get_source_object (task);
  Linking                     *linking = g_task_get_task_data (task);
  ActIntegrationConfiguration *linked = NULL;
  g_autoptr (GError) error = NULL;

  linked = act_client_update_configuration_finish (ACT_CLIENT (source), result, &error);
  if (linked != NULL)
    {
      act_session_learn_ability (self, ACT_ABILITY_CONFIGURATIONS, NULL, FALSE);
      succeed (task, linked);
    }
  else if (act_session_is_worth_a_look (error))
    {
      linking->once.error = g_steal_pointer (&error);
      act_client_read_configuration_async (self->client, linking->seen->id,
                                           cancellable, looked_again_cb,
                                           g_steal_pointer (&task));
    }
  else
    {
      act_session_learn_ability (self, ACT_ABILITY_CONFIGURATIONS, error, FALSE);
      act_session_once_fail (task, g_steal_pointer (&error));
    }
}

/* Takes the task. */
static void
update (GTask                       *task,
        ActIntegrationConfiguration *configuration)
{
  ActSession *self = g_task_get_source_object (task);
  Linking    *linking = g_task_get_task_data (task);
  g_autoptr (ActIntegrationConfiguration) wanted = act_integration_configuration_copy (configuration);

  g_free (wanted->credentials_id);
  wanted->credentials_id = g_strdup (linking->credentials_id);
  act_session_once_send (task, ACT_ACTIVITY_LINK_CREDENTIAL, linking->seen->id, linking->seen->name);
  act_client_update_configuration_async (self->client, wanted, g_task_get_cancellable (task),
                                         updated_cb, task);
}

static void
looked_before_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Linking *linking = g_task_get_task_data (task);
  g_autoptr (ActIntegrationConfiguration) current = NULL;
  g_autoptr (GError) error = NULL;

  current = act_client_read_configuration_finish (ACT_CLIENT (source), result, &error);
  if (current == NULL)
    act_session_once_fail (task, g_steal_pointer (&error));
  else if (is_linked (linking, current))
    succeed (task, g_steal_pointer (&current));
  else if (current->version != linking->seen->version)
    fail_for_conflict (task, current);
  else
    update (g_steal_pointer (&task), current);
}

/**
 * act_session_link_credential_async:
 * @self: a session
 * @configuration: a configuration as it was read; copied
 * @credentials_id: the credential that it is to use
 * @cancellable: (nullable): a cancellable; it may be done all the same
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Lets a configuration use another credential, unless somebody else changed it since it was read.
 * What it says that is not known here stays as it is.
 */
void
act_session_link_credential_async (ActSession                        *self,
                                   const ActIntegrationConfiguration *configuration,
                                   const char                        *credentials_id,
                                   GCancellable                      *cancellable,
                                   GAsyncReadyCallback                callback,
                                   gpointer                           user_data)
{
  g_autoptr (GTask) task = NULL;
  Linking *linking = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (configuration != NULL);
  g_return_if_fail (credentials_id != NULL);

  linking = g_new0 (Linking, 1);
  linking->seen = act_integration_configuration_copy (configuration);
  linking->credentials_id = g_strdup (credentials_id);
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_link_credential_async);
  g_task_set_task_data (task, linking, linking_free);

  if (act_session_once_begin (task, act_once_describe_configuration (configuration->id)))
    act_client_read_configuration_async (self->client, linking->seen->id, cancellable,
                                         looked_before_cb, g_steal_pointer (&task));
}

/**
 * act_session_link_credential_finish:
 * @self: the session
 * @result: the result
 * @conflict: (out) (optional) (nullable) (transfer full): with %ACT_API_ERROR_CONFLICT, what
 *   somebody else made of it
 * @error: of %ACT_API_ERROR, or %G_IO_ERROR_PENDING while it is being changed, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the configuration as the server has it
 */
ActIntegrationConfiguration *
act_session_link_credential_finish (ActSession                *self,
                                    GAsyncResult              *result,
                                    ActConfigurationConflict **conflict,
                                    GError                   **error)
{
  Linking *linking = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  linking = g_task_get_task_data (G_TASK (result));
  if (conflict != NULL)
    *conflict = g_steal_pointer (&linking->conflict);

  return g_task_propagate_pointer (G_TASK (result), error);
}
