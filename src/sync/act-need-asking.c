/* Something that follow-ups of open events show: asking the server for it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-need.h"

#include "act-api-error.h"
#include "act-session-configurations.h"
#include "act-session-credentials.h"
#include "act-session-mappings.h"
#include "act-session-private.h"
#include "act-session-runs.h"

typedef struct
{
  ActNeed           *need; /* (owned): a copy, without its events */
  ActIntegrationRun *run;  /* (owned) (nullable): what was found */
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  act_need_free (ask->need);
  g_clear_pointer (&ask->run, act_integration_run_free);
  g_free (ask);
}

/* Takes the error. What comes from the store was not answered by the server. */
static void
return_answer (GTask              *task,
               const ActFreshness *freshness,
               GError             *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else if (freshness != NULL && act_freshness_is_stale (freshness))
    g_task_return_error (task, g_error_copy (freshness->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
run_found_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Ask *ask = g_task_get_task_data (task);
  g_autoptr (ActRunFinding) finding = NULL;
  GError *error = NULL;

  finding = act_session_find_run_finish (ACT_SESSION (source), result, &error);
  if (finding != NULL)
    ask->run = g_steal_pointer (&finding->run);
  return_answer (task, finding != NULL ? finding->freshness : NULL, error);
}

static void
log_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) log = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  GError *error = NULL;

  log = act_session_read_run_log_finish (ACT_SESSION (source), result, &freshness, &error);
  return_answer (task, freshness, error);
}

static void
options_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ActMappingOptions) options = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  GError *error = NULL;

  options = act_session_read_mapping_options_finish (ACT_SESSION (source), result, &freshness,
                                                     &error);
  return_answer (task, freshness, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *session = ACT_SESSION (source);
  Ask        *ask = g_task_get_task_data (task);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  GError *error = NULL;

  if (ask->need->kind == ACT_NEED_CONFIGURATIONS)
    list = act_session_list_configurations_finish (session, result, &freshness, &error);
  else if (ask->need->kind == ACT_NEED_CREDENTIALS)
    list = act_session_list_credentials_finish (session, result, &freshness, &error);
  else
    list = act_session_list_mappings_of_entity_finish (session, result, &freshness, &error);
  return_answer (task, freshness, error);
}

static void
name_asked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *name = NULL;
  GError          *error = NULL;

  name = act_session_read_entity_name_finish (ACT_SESSION (source), result, &error);
  return_answer (task, NULL, error);
}

static void
find_run (ActSession   *session,
          ActNeed      *need,
          GCancellable *cancellable,
          GTask        *task)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();

  record->event = act_event_new ();
  record->event->run_id = g_strdup (need->run_id);
  record->event->entity_type = g_strdup (need->entity_type);
  record->event->entity_id = g_strdup (need->entity_id);
  act_session_find_run_async (session, record, cancellable, run_found_cb, task);
}

/**
 * act_need_ask_async:
 * @self: a need
 * @session: a session
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks the server for it, which keeps it in the store.
 */
void
act_need_ask_async (const ActNeed      *self,
                    ActSession         *session,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  GTask   *task = g_task_new (session, cancellable, callback, user_data);
  Ask     *ask = g_new0 (Ask, 1);
  ActNeed *need = act_need_new (self->kind, self->run_id, self->entity_type, self->entity_id);

  ask->need = need;
  g_task_set_source_tag (task, act_need_ask_async);
  g_task_set_task_data (task, ask, ask_free);
  switch (need->kind)
    {
    case ACT_NEED_CONFIGURATIONS:
      act_session_list_configurations_async (session, cancellable, listed_cb, task);
      break;

    case ACT_NEED_CREDENTIALS:
      act_session_list_credentials_async (session, NULL, cancellable, listed_cb, task);
      break;

    case ACT_NEED_MAPPINGS:
      act_session_list_mappings_of_entity_async (session, need->entity_type, need->entity_id,
                                                 cancellable, listed_cb, task);
      break;

    case ACT_NEED_MAPPING_OPTIONS:
      act_session_read_mapping_options_async (session, cancellable, options_read_cb, task);
      break;

    case ACT_NEED_LOG:
      act_session_read_run_log_async (session, need->run_id, cancellable, log_read_cb, task);
      break;

    case ACT_NEED_RUN:
      find_run (session, need, cancellable, task);
      break;

    case ACT_NEED_NAME:
    default:
      act_session_read_entity_name_async (session, need->entity_type, need->entity_id, cancellable,
                                          name_asked_cb, task);
      break;
    }
}

/**
 * act_need_ask_finish:
 * @result: the result
 * @run: (out) (transfer full) (nullable): return location for the run, of %ACT_NEED_RUN
 * @error: of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server answered
 */
gboolean
act_need_ask_finish (GAsyncResult       *result,
                     ActIntegrationRun **run,
                     GError            **error)
{
  Ask *ask = g_task_get_task_data (G_TASK (result));

  *run = g_steal_pointer (&ask->run);

  return g_task_propagate_boolean (G_TASK (result), error);
}
