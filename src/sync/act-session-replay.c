/* Beginning an integration run once more
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-runs.h"

#include "act-api-error.h"
#include "act-client-runs.h"
#include "act-run-pages.h"
#include "act-session-abilities.h"
#include "act-session-once.h"
#include "act-session-private.h"

typedef struct
{
  ActSessionOnce once;
  char          *run_id; /* (owned) */
} Replay;

static void
replay_free (gpointer data)
{
  Replay *replay = data;

  act_session_once_clear (&replay->once);
  g_free (replay->run_id);
  g_free (replay);
}

/* Takes the run. */
static void
succeed (GTask             *task,
         ActIntegrationRun *run)
{
  g_autofree char *group = act_run_pages_make_group (run);

  act_session_once_keep (task, ACT_RESOURCE_RUN, group, act_run_pages_make_resources (&run, 1), run,
                         (GDestroyNotify) act_integration_run_free);
}

/* A run that is there and cannot be replayed shows that there is no such call. */
static void
existence_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  ActSession *self = g_task_get_source_object (task);
  Replay     *replay = g_task_get_task_data (task);
  g_autoptr (ActIntegrationRun) run = NULL;

  run = act_client_read_run_finish (ACT_CLIENT (source), result, NULL);
  act_session_learn_ability (self, ACT_ABILITY_REPLAY, replay->once.error, run != NULL);
  act_session_once_fail (task, g_steal_pointer (&replay->once.error));
}

static void
replayed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable      *cancellable = g_task_get_cancellable (task);
  ActSession        *self = g_task_get_source_object (task);
  Replay            *replay = g_task_get_task_data (task);
  ActIntegrationRun *run = NULL;

  run = act_client_replay_run_finish (ACT_CLIENT (source), result, &replay->once.error);
  if (run != NULL)
    {
      act_session_learn_ability (self, ACT_ABILITY_REPLAY, NULL, FALSE);
      succeed (task, run);
      return;
    }

  if (g_error_matches (replay->once.error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND) ||
      g_error_matches (replay->once.error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED))
    {
      act_client_read_run_async (self->client, replay->run_id, cancellable, existence_read_cb,
                                 g_steal_pointer (&task));
      return;
    }

  act_session_learn_ability (self, ACT_ABILITY_REPLAY, replay->once.error, FALSE);
  act_session_once_fail (task, g_steal_pointer (&replay->once.error));
}

/**
 * act_session_replay_run_async:
 * @self: a session
 * @run_id: a run's id
 * @cancellable: (nullable): ends the waiting; what was sent may begin all the same
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Begins a run once more, which may bill twice: it is sent once, and never queued. Where a server
 * accepts it without a word about the new run, only who knows the runs that were there before can
 * tell which one is new.
 */
void
act_session_replay_run_async (ActSession         *self,
                              const char         *run_id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *what = NULL;
  Replay          *replay = NULL;

  g_return_if_fail (ACT_IS_SESSION (self));
  g_return_if_fail (run_id != NULL && *run_id != '\0');

  what = g_strconcat ("replay\n", run_id, NULL);
  replay = g_new0 (Replay, 1);
  replay->run_id = g_strdup (run_id);
  task = act_session_new_task (self, cancellable, callback, user_data, act_session_replay_run_async);
  g_task_set_task_data (task, replay, replay_free);

  /* It is not cut off on its way, so that nobody has to wonder whether it began. */
  if (act_session_once_begin (task, g_steal_pointer (&what)))
    {
      act_session_once_send (task, ACT_ACTIVITY_REPLAY, run_id, NULL);
      act_client_replay_run_async (self->client, run_id, NULL, replayed_cb, g_steal_pointer (&task));
    }
}

/**
 * act_session_replay_run_finish:
 * @self: the session
 * @result: the result
 * @error: of %ACT_API_ERROR, for which act_api_error_may_have_acted() tells whether the replay may
 *   have begun; %G_IO_ERROR_PENDING while the same replay is under way; or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the new run
 */
ActIntegrationRun *
act_session_replay_run_finish (ActSession   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
