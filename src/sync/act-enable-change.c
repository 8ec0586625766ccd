/* Enables an integration for a change that waited in the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The user decided by the configuration as it was then, so another version is not enabled. Enabling
 * twice does what enabling once does: what the server shows afterwards is what counts.
 */

#include "act-enable-change.h"

#include "act-client-configurations.h"
#include "act-configuration-pages.h"
#include "act-resource-json.h"

typedef struct
{
  ActAbilities *abilities; /* (owned) */
  ActOnce      *once;      /* (owned) */
  char         *what;      /* (owned) (nullable): once it is under way */
  ActChange    *change;    /* (owned) */
  gint64        version;   /* of the configuration that the user decided by */
  GError       *error;     /* (owned) (nullable): why the call that enables may have failed */
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_clear_object (&sending->abilities);
  g_clear_object (&sending->once);
  g_free (sending->what);
  act_change_free (sending->change);
  g_clear_error (&sending->error);
  g_free (sending);
}

/* Returns: whether nobody else does the same */
static gboolean
begin (Sending *sending,
       char    *what)
{
  if (act_once_begin (sending->once, what))
    sending->what = what;
  else
    g_free (what);

  return sending->what != NULL;
}

/* Takes the outcome. */
static void
answer (GTask            *task,
        ActChangeOutcome *outcome)
{
  Sending *sending = g_task_get_task_data (task);

  if (sending->what != NULL)
    act_once_end (sending->once, sending->what);
  g_task_return_pointer (task, outcome, (GDestroyNotify) act_change_outcome_free);
}

static ActChangeOutcome *
make_outcome (ActOutboxState               state,
              const char                  *reason,
              ActIntegrationConfiguration *configuration)
{
  ActChangeOutcome *outcome = act_change_outcome_new (state, reason);

  outcome->kind = ACT_RESOURCE_CONFIGURATION;
  outcome->resources = act_configuration_pages_make_resources (&configuration, 1);

  return outcome;
}

static ActChangeOutcome *
make_again (const GError *error)
{
  ActChangeOutcome *outcome = act_change_outcome_new (ACT_OUTBOX_READY, NULL);

  outcome->error = g_error_copy (error);

  return outcome;
}

static ActChangeOutcome *
judge_after (const Sending               *sending,
             ActIntegrationConfiguration *configuration)
{
  if (configuration->enabled)
    return make_outcome (ACT_OUTBOX_DONE, NULL, configuration);
  if (sending->error != NULL)
    return make_again (sending->error);

  return make_outcome (ACT_OUTBOX_REFUSED, ACT_CHANGE_REASON_STILL_DISABLED, configuration);
}

static void
read_after_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (GError) error = NULL;

  configuration = act_client_read_configuration_finish (ACT_CLIENT (source), result, &error);
  if (configuration != NULL)
    answer (task, judge_after (sending, configuration));
  else
    answer (task, act_change_outcome_new_for_look (sending->change, error));
}

static void
enabled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending      *sending = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (ActChangeOutcome) outcome = NULL;

  configuration = act_client_enable_configuration_finish (ACT_CLIENT (source), result,
                                                          &sending->error);
  act_abilities_learn (sending->abilities, ACT_ABILITY_ENABLE, sending->error, TRUE);
  if (sending->error != NULL)
    outcome = act_change_outcome_new_for_change (sending->change, sending->error);

  if (outcome != NULL && outcome->state != ACT_OUTBOX_UNKNOWN)
    answer (task, g_steal_pointer (&outcome));
  else if (cancellable != NULL &&
           g_cancellable_is_cancelled (cancellable))
    answer (task, act_change_outcome_new (ACT_OUTBOX_READY, NULL));
  else
    act_client_read_configuration_async (ACT_CLIENT (source), sending->change->target,
                                         cancellable, read_after_cb,
                                         g_steal_pointer (&task));
}

static void
read_before_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending      *sending = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (GError) error = NULL;

  configuration = act_client_read_configuration_finish (ACT_CLIENT (source), result, &error);
  if (configuration == NULL)
    answer (task, act_change_outcome_new_for_look (sending->change, error));
  else if (configuration->enabled)
    answer (task, make_outcome (ACT_OUTBOX_DONE, NULL, configuration));
  else if (configuration->version != sending->version)
    answer (task, make_outcome (ACT_OUTBOX_REFUSED, ACT_CHANGE_REASON_CHANGED, configuration));
  else
    act_client_enable_configuration_async (ACT_CLIENT (source), sending->change->target,
                                           cancellable, enabled_cb,
                                           g_steal_pointer (&task));
}

/**
 * act_enable_change_async:
 * @client: a client
 * @abilities: told what the answer says about all integrations
 * @once: what is changed by others just now
 * @change: an integration configuration to be enabled, that was claimed; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Enables the integration of a change, if it is still what the user saw, and reads it back.
 */
void
act_enable_change_async (ActClient          *client,
                         ActAbilities       *abilities,
                         ActOnce            *once,
                         const ActChange    *change,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (ActIntegrationConfiguration) seen = NULL;
  Sending *sending = NULL;

  g_return_if_fail (ACT_IS_CLIENT (client));
  g_return_if_fail (change != NULL);

  if (change->content != NULL)
    seen = act_integration_configuration_from_json (change->content, NULL);
  sending = g_new0 (Sending, 1);
  sending->abilities = g_object_ref (abilities);
  sending->once = g_object_ref (once);
  sending->change = act_change_copy (change);
  sending->version = seen != NULL ? seen->version : 0;

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, act_enable_change_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, sending, sending_free);
  if (seen == NULL)
    answer (task, act_change_outcome_new (ACT_OUTBOX_REFUSED, ACT_CHANGE_REASON_NOT_READABLE));
  else if (!begin (sending, act_once_describe_configuration (change->target)))
    answer (task, act_change_outcome_new_for_busy (change));
  else
    act_client_read_configuration_async (client, change->target, cancellable, read_before_cb,
                                         g_steal_pointer (&task));
}

/**
 * act_enable_change_finish:
 * @result: the result
 *
 * Returns: (transfer full): what came of it; never %ACT_OUTBOX_UNKNOWN
 */
ActChangeOutcome *
act_enable_change_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, act_enable_change_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
