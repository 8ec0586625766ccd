/* The replay of an integration run, from the question to its end
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-replay.h"

#include "act-api-error.h"
#include "act-run-watch.h"
#include "act-session-runs.h"

struct _ActReplay
{
  GObject parent_instance;

  ActSession        *session; /* (owned) */
  ActIntegrationRun *run;     /* (owned): what is to be run again */
  GPtrArray         *known;   /* (owned) (nullable): the runs as they were before the question */
  ActRunWatch       *watch;   /* (owned) (nullable): of the new run */
  ActReplayState     state;
  gboolean           was_lost;
  GError            *error;       /* (owned) (nullable): why the last step failed */
  GCancellable      *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ActReplay, act_replay, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_RUNS_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_state (ActReplay     *self,
           ActReplayState state)
{
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fail (ActReplay    *self,
      const GError *error)
{
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  set_state (self, self->watch != NULL ? ACT_REPLAY_ENDED : ACT_REPLAY_IDLE);
}

/* A run that names no entity has no history. */
static gboolean
has_entity (ActReplay *self)
{
  return self->run->entity_type != NULL && *self->run->entity_type != '\0' &&
         self->run->entity_id != NULL && *self->run->entity_id != '\0';
}

static void
list_runs (ActReplay          *self,
           GAsyncReadyCallback callback)
{
  act_session_list_runs_async (self->session,
                               self->run->entity_type,
                               self->run->entity_id,
                               self->cancellable,
                               callback,
                               self);
}

static void
runs_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GPtrArray) runs = act_session_list_runs_finish (ACT_SESSION (source), result, &freshness, NULL);

  /* It was cancelled, or the history stays as it was: what the store knows is from before. */
  if (runs == NULL || act_freshness_is_stale (freshness))
    return;

  g_signal_emit (ACT_REPLAY (user_data), signals[SIGNAL_RUNS_READ], 0, runs);
}

static void
read_runs (ActReplay *self)
{
  if (has_entity (self))
    list_runs (self, runs_read_cb);
}

static void
watch_changed_cb (ActReplay *self)
{
  if (act_run_watch_is_watching (self->watch) || self->state != ACT_REPLAY_FOLLOWING)
    {
      set_state (self, self->state);
      return;
    }

  set_state (self, ACT_REPLAY_ENDED);
  read_runs (self);
}

static void
stop_following (ActReplay *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
}

static void
follow (ActReplay               *self,
        const ActIntegrationRun *run)
{
  stop_following (self);
  self->watch = act_run_watch_new (self->session, run);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (watch_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->state = ACT_REPLAY_FOLLOWING;
  read_runs (self);
  watch_changed_cb (self);
}

static gboolean
is_known (ActReplay  *self,
          const char *run_id)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const ActIntegrationRun *run = g_ptr_array_index (self->known, i);

      if (g_strcmp0 (run->id, run_id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The run that was not there before it was sent, if there is just one. */
static const ActIntegrationRun *
find_new_run (ActReplay *self,
              GPtrArray *runs)
{
  const ActIntegrationRun *found = NULL;

  for (guint i = 0; self->known != NULL && i < runs->len; i++)
    {
      const ActIntegrationRun *run = g_ptr_array_index (runs, i);

      if (is_known (self, run->id))
        continue;
      if (found != NULL)
        return NULL;
      found = run;
    }

  return found;
}

static void
lost_runs_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  ActReplay               *self = NULL;
  const ActIntegrationRun *replay = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  runs = act_session_list_runs_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_REPLAY (user_data);

  /* What the store knows is from before. */
  if (runs == NULL || act_freshness_is_stale (freshness))
    {
      set_state (self, ACT_REPLAY_LOST_UNREAD);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_RUNS_READ], 0, runs);
  replay = find_new_run (self, runs);
  if (replay != NULL)
    follow (self, replay);
  else
    set_state (self, ACT_REPLAY_IDLE);
}

static void
handle_lost (ActReplay *self)
{
  self->was_lost = TRUE;
  if (!has_entity (self))
    {
      set_state (self, ACT_REPLAY_IDLE);
      return;
    }

  set_state (self, ACT_REPLAY_LOST);
  list_runs (self, lost_runs_read_cb);
}

static void
replayed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ActReplay *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActIntegrationRun) replay = NULL;

  replay = act_session_replay_run_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_REPLAY (user_data);
  if (replay != NULL)
    follow (self, replay);
  else if (act_api_error_may_have_acted (error))
    handle_lost (self);
  else
    fail (self, error);
}

/* Something may have happened since the page was opened. That the runs cannot be listed at all keeps
 * nobody from trying. */
static void
runs_before_read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  ActReplay *self = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  runs = act_session_list_runs_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_REPLAY (user_data);
  if (act_freshness_is_stale (freshness))
    {
      fail (self, freshness->error);
      return;
    }

  g_clear_pointer (&self->known, g_ptr_array_unref);
  if (runs != NULL)
    {
      self->known = g_ptr_array_ref (runs);
      g_signal_emit (self, signals[SIGNAL_RUNS_READ], 0, runs);
    }

  set_state (self, ACT_REPLAY_ASKING);
}

static void
act_replay_dispose (GObject *object)
{
  ActReplay *self = ACT_REPLAY (object);

  g_cancellable_cancel (self->cancellable);
  stop_following (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (act_replay_parent_class)->dispose (object);
}

static void
act_replay_finalize (GObject *object)
{
  ActReplay *self = ACT_REPLAY (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->run, act_integration_run_free);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_replay_parent_class)->finalize (object);
}

static void
act_replay_class_init (ActReplayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_replay_dispose;
  object_class->finalize = act_replay_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RUNS_READ] = g_signal_new ("runs-read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
act_replay_init (ActReplay *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * act_replay_new:
 * @session: what to ask
 * @run: the run that may be replayed; copied
 *
 * Returns: (transfer full): a replay that was not asked for yet
 */
ActReplay *
act_replay_new (ActSession              *session,
                const ActIntegrationRun *run)
{
  ActReplay *self = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (run != NULL, NULL);

  self = g_object_new (ACT_TYPE_REPLAY, NULL);
  self->session = g_object_ref (session);
  self->run = act_integration_run_copy (run);

  return self;
}

/**
 * act_replay_set_run:
 * @run: the same run, as it is now; copied
 */
void
act_replay_set_run (ActReplay               *self,
                    const ActIntegrationRun *run)
{
  ActIntegrationRun *copy = NULL;

  g_return_if_fail (ACT_IS_REPLAY (self));
  g_return_if_fail (run != NULL);

  copy = act_integration_run_copy (run);
  act_integration_run_free (self->run);
  self->run = copy;
  set_state (self, self->state);
}

/**
 * act_replay_get_run:
 *
 * Returns: (transfer none): the run that is to be run again
 */
const ActIntegrationRun *
act_replay_get_run (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), NULL);

  return self->run;
}

/**
 * act_replay_get_state:
 *
 * Returns: how far it has come
 */
ActReplayState
act_replay_get_state (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), ACT_REPLAY_IDLE);

  return self->state;
}

/**
 * act_replay_may_begin:
 *
 * Returns: whether nothing is under way
 */
gboolean
act_replay_may_begin (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), FALSE);

  return self->state == ACT_REPLAY_IDLE || self->state == ACT_REPLAY_ENDED;
}

/**
 * act_replay_begin:
 *
 * Reads the runs of the same entity, and then wants the user to be asked.
 */
void
act_replay_begin (ActReplay *self)
{
  g_return_if_fail (ACT_IS_REPLAY (self));
  g_return_if_fail (act_replay_may_begin (self));

  g_clear_error (&self->error);
  self->was_lost = FALSE;
  if (!has_entity (self))
    {
      set_state (self, ACT_REPLAY_ASKING);
      return;
    }

  set_state (self, ACT_REPLAY_READING);
  list_runs (self, runs_before_read_cb);
}

/**
 * act_replay_get_runs:
 *
 * Returns: (transfer none) (nullable) (element-type ActIntegrationRun): the runs of the same entity,
 *   as they were just before the question
 */
GPtrArray *
act_replay_get_runs (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), NULL);

  return self->known;
}

/**
 * act_replay_leave:
 *
 * The user was asked, and said no.
 */
void
act_replay_leave (ActReplay *self)
{
  g_return_if_fail (ACT_IS_REPLAY (self));

  if (self->state == ACT_REPLAY_ASKING)
    set_state (self, self->watch != NULL ? ACT_REPLAY_ENDED : ACT_REPLAY_IDLE);
}

/**
 * act_replay_send:
 *
 * The user was asked, and said yes: sends it, once.
 */
void
act_replay_send (ActReplay *self)
{
  g_return_if_fail (ACT_IS_REPLAY (self));

  if (self->state != ACT_REPLAY_ASKING)
    return;

  stop_following (self);
  set_state (self, ACT_REPLAY_SENDING);
  act_session_replay_run_async (self->session, self->run->id, self->cancellable, replayed_cb, self);
}

/**
 * act_replay_read_again:
 *
 * After a lost answer, tries again to read the runs of the same entity.
 */
void
act_replay_read_again (ActReplay *self)
{
  g_return_if_fail (ACT_IS_REPLAY (self));

  if (self->state == ACT_REPLAY_LOST_UNREAD)
    handle_lost (self);
}

/**
 * act_replay_get_new_run:
 *
 * Returns: (transfer none) (nullable): the new run, as far as it is known
 */
const ActIntegrationRun *
act_replay_get_new_run (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), NULL);

  return self->watch != NULL ? act_run_watch_get_run (self->watch) : NULL;
}

/**
 * act_replay_is_unanswered:
 *
 * Returns: whether the new run could not be read the last time
 */
gboolean
act_replay_is_unanswered (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), FALSE);

  return self->watch != NULL && act_run_watch_get_error (self->watch) != NULL;
}

/**
 * act_replay_was_lost:
 *
 * Returns: whether the answer to it was lost
 */
gboolean
act_replay_was_lost (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), FALSE);

  return self->was_lost;
}

/**
 * act_replay_get_error:
 *
 * Returns: (transfer none) (nullable): why the last step failed
 */
const GError *
act_replay_get_error (ActReplay *self)
{
  g_return_val_if_fail (ACT_IS_REPLAY (self), NULL);

  return self->error;
}
