/* Waits until the other system accepts an integration configuration
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-configuration-watch-private.h"

#include "act-api-error.h"
#include "act-session-configurations.h"
#include "act-system-clock.h"

#define INTERVAL_MS 5000
#define LIMIT_MS    (10 * 60 * 1000)

struct _ActConfigurationWatch
{
  GObject parent_instance;

  ActSession                  *session;       /* (owned) */
  ActClock                    *clock;         /* (owned) */
  char                        *id;            /* (owned): the configuration's */
  ActIntegrationConfiguration *configuration; /* (owned) (nullable): as the server last gave it */
  GError                      *error;         /* (owned) (nullable): why it did not, the last time */
  ActConfigurationWatchState   state;
  gint64                       ends_at;     /* by the clock, milliseconds */
  GCancellable                *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ActConfigurationWatch, act_configuration_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void wait_a_while (ActConfigurationWatch *self);

/* A key that does not work is not tried again by itself: that could lock it. */
static gboolean
is_final (const GError *error)
{
  return error != NULL && !act_api_error_is_transient (error);
}

static ActConfigurationWatchState
judge (ActConfigurationWatch *self)
{
  if (is_final (self->error))
    return ACT_CONFIGURATION_WATCH_FAILED;
  if (self->error == NULL && self->configuration->authorized)
    return ACT_CONFIGURATION_WATCH_AUTHORIZED;
  if (act_clock_now (self->clock) >= self->ends_at)
    return ACT_CONFIGURATION_WATCH_TIMED_OUT;

  return ACT_CONFIGURATION_WATCH_WAITING;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ActConfigurationWatch *self = NULL;
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (ActFreshness) freshness = NULL;
  g_autoptr (GError) error = NULL;

  configuration = act_session_read_configuration_finish (ACT_SESSION (source), result, &freshness, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_CONFIGURATION_WATCH (user_data);
  if (act_freshness_is_stale (freshness))
    error = g_error_copy (freshness->error);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (self->error == NULL)
    {
      act_integration_configuration_free (self->configuration);
      self->configuration = g_steal_pointer (&configuration);
    }

  self->state = judge (self);
  if (self->state == ACT_CONFIGURATION_WATCH_WAITING)
    wait_a_while (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ActConfigurationWatch *self = NULL;

  if (!act_clock_wait_finish (ACT_CLOCK (source), result, NULL))
    return;

  self = ACT_CONFIGURATION_WATCH (user_data);
  act_session_read_configuration_async (self->session, self->id, self->cancellable, read_cb, self);
}

static void
wait_a_while (ActConfigurationWatch *self)
{
  act_clock_wait_async (self->clock, INTERVAL_MS, self->cancellable, waited_cb, self);
}

static void
act_configuration_watch_dispose (GObject *object)
{
  ActConfigurationWatch *self = ACT_CONFIGURATION_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (act_configuration_watch_parent_class)->dispose (object);
}

static void
act_configuration_watch_finalize (GObject *object)
{
  ActConfigurationWatch *self = ACT_CONFIGURATION_WATCH (object);

  g_clear_object (&self->cancellable);
  g_free (self->id);
  act_integration_configuration_free (self->configuration);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_configuration_watch_parent_class)->finalize (object);
}

static void
act_configuration_watch_class_init (ActConfigurationWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_configuration_watch_dispose;
  object_class->finalize = act_configuration_watch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACT_TYPE_CONFIGURATION_WATCH, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_configuration_watch_init (ActConfigurationWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Makes a watch that goes by a clock of the caller's. */
ActConfigurationWatch *
act_configuration_watch_new_with_clock (ActSession *session,
                                        const char *configuration_id,
                                        ActClock   *clock)
{
  ActConfigurationWatch *self = g_object_new (ACT_TYPE_CONFIGURATION_WATCH, NULL);

  self->session = g_object_ref (session);
  self->clock = g_object_ref (clock);
  self->id = g_strdup (configuration_id);
  self->ends_at = act_clock_now (clock) + LIMIT_MS;
  wait_a_while (self);

  return self;
}

/**
 * act_configuration_watch_new:
 * @session: a session
 * @configuration_id: a configuration's id
 *
 * Begins to wait. To check again after a time-out, make another watch.
 *
 * Returns: (transfer full): the watch, which stops when it is let go
 */
ActConfigurationWatch *
act_configuration_watch_new (ActSession *session,
                             const char *configuration_id)
{
  g_autoptr (ActClock) clock = NULL;

  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);
  g_return_val_if_fail (configuration_id != NULL && *configuration_id != '\0', NULL);

  clock = act_system_clock_new ();

  return act_configuration_watch_new_with_clock (session, configuration_id, clock);
}

/**
 * act_configuration_watch_get_state:
 * @self: a watch
 *
 * Returns: whether it waits, or how the waiting ended
 */
ActConfigurationWatchState
act_configuration_watch_get_state (ActConfigurationWatch *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_WATCH (self), ACT_CONFIGURATION_WATCH_FAILED);

  return self->state;
}

/**
 * act_configuration_watch_get_configuration:
 * @self: a watch
 *
 * Returns: (nullable) (transfer none): the configuration, as the server last gave it
 */
const ActIntegrationConfiguration *
act_configuration_watch_get_configuration (ActConfigurationWatch *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_WATCH (self), NULL);

  return self->configuration;
}

/**
 * act_configuration_watch_get_error:
 * @self: a watch
 *
 * Returns: (nullable) (transfer none): why it was not read the last time
 */
const GError *
act_configuration_watch_get_error (ActConfigurationWatch *self)
{
  g_return_val_if_fail (ACT_IS_CONFIGURATION_WATCH (self), NULL);

  return self->error;
}
