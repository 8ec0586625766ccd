/* Follows an integration run until it ends
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-watch-private.h"

#include "act-api-error.h"
#include "act-session-runs.h"
#include "act-system-clock.h"

#define STEP_MS    1000
#define LONGEST_MS 5000

struct _ActRunWatch
{
  GObject parent_instance;

  ActSession        *session; /* (owned) */
  ActClock          *clock;   /* (owned) */
  ActIntegrationRun *run;     /* (owned): as the server last gave it */
  GError            *error;   /* (owned) (nullable): why it did not, the last time */
  gint64             wait_ms;
  gboolean           watching;
  GCancellable      *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ActRunWatch, act_run_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void wait_a_while (ActRunWatch *self);

/* A key that does not work is not tried again by itself: that could lock it. */
static gboolean
is_worth_trying_again (const GError *error)
{
  return act_api_error_is_transient (error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ActRunWatch *self = NULL;
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;

  run = act_session_read_run_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_RUN_WATCH (user_data);
  if (act_freshness_is_stale (freshness))
    error = g_error_copy (freshness->error);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (self->error == NULL)
    {
      act_integration_run_free (self->run);
      self->run = g_steal_pointer (&run);
    }

  self->watching = self->error != NULL ? is_worth_trying_again (self->error)
                                       : !act_run_status_is_final (self->run->status);
  if (self->watching)
    wait_a_while (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ActRunWatch *self = NULL;

  if (!act_clock_wait_finish (ACT_CLOCK (source), result, NULL))
    return;

  self = ACT_RUN_WATCH (user_data);
  act_session_read_run_async (self->session, self->run->id, self->cancellable, read_cb, self);
}

static void
wait_a_while (ActRunWatch *self)
{
  self->wait_ms = MIN (self->wait_ms + STEP_MS, LONGEST_MS);
  act_clock_wait_async (self->clock, self->wait_ms, self->cancellable, waited_cb, self);
}

static void
act_run_watch_dispose (GObject *object)
{
  ActRunWatch *self = ACT_RUN_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (act_run_watch_parent_class)->dispose (object);
}

static void
act_run_watch_finalize (GObject *object)
{
  ActRunWatch *self = ACT_RUN_WATCH (object);

  g_clear_object (&self->cancellable);
  act_integration_run_free (self->run);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_run_watch_parent_class)->finalize (object);
}

static void
act_run_watch_class_init (ActRunWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_run_watch_dispose;
  object_class->finalize = act_run_watch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACT_TYPE_RUN_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_run_watch_init (ActRunWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Makes a watch that goes by a clock of the caller's. */
ActRunWatch *
act_run_watch_new_with_clock (ActSession              *session,
                              const ActIntegrationRun *run,
                              ActClock                *clock)
{
  ActRunWatch *self = g_object_new (ACT_TYPE_RUN_WATCH, NULL);

  self->session = g_object_ref (session);
  self->clock = g_object_ref (clock);
  self->run = act_integration_run_copy (run);
  self->watching = !act_run_status_is_final (run->status);
  if (self->watching)
    wait_a_while (self);

  return self;
}

/**
 * act_run_watch_new:
 * @session: a session
 * @run: a run, as it was read just now; copied
 *
 * Begins to follow a run, if it has not ended.
 *
 * Returns: (transfer full): the watch, which stops when it is let go
 */
ActRunWatch *
act_run_watch_new (ActSession              *session,
                   const ActIntegrationRun *run)
{
  g_autoptr (ActClock) clock = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (run != NULL && run->id != NULL, NULL);

  clock = act_system_clock_new ();

  return act_run_watch_new_with_clock (session, run, clock);
}

/**
 * act_run_watch_get_run:
 * @self: a watch
 *
 * Returns: (transfer none): the run, as the server last gave it
 */
const ActIntegrationRun *
act_run_watch_get_run (ActRunWatch *self)
{
  g_return_val_if_fail (ACT_IS_RUN_WATCH (self), NULL);

  return self->run;
}

/**
 * act_run_watch_get_error:
 * @self: a watch
 *
 * Returns: (nullable) (transfer none): why the run was not read the last time
 */
const GError *
act_run_watch_get_error (ActRunWatch *self)
{
  g_return_val_if_fail (ACT_IS_RUN_WATCH (self), NULL);

  return self->error;
}

/**
 * act_run_watch_is_watching:
 * @self: a watch
 *
 * Returns: whether the run will be read again: it has not ended, and no refusal keeps it from being
 *   read
 */
gboolean
act_run_watch_is_watching (ActRunWatch *self)
{
  g_return_val_if_fail (ACT_IS_RUN_WATCH (self), FALSE);

  return self->watching;
}
