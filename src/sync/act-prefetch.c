/* Reads ahead what follow-ups of open events show, for the time without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-prefetch.h"

#include "act-known.h"
#include "act-prefetch-plan.h"
#include "act-rate-limiter.h"
#include "act-store-related.h"
#include "act-system-clock.h"
#include "act-time.h"

#define MAX_EVENTS 500

/* So few that whoever waits for an answer does not notice. */
#define CALLS_AT_ONCE 2

/* A server in trouble is left alone until the next time. */
#define MAX_FAILURES 5

/* What the server has answered and the store does not keep, "nothing" for example, is not asked for
 * again so soon. */
#define ANSWERED_MS (6 * G_GINT64_CONSTANT (3600000))

struct _ActPrefetch
{
  GObject parent_instance;

  ActSession     *session;     /* (unowned): it owns this, and stops it before it ends */
  ActStore       *store;       /* (owned) */
  ActEngine      *engine;      /* (owned) */
  ActAbilities   *abilities;   /* (owned) */
  ActRateLimiter *limiter;     /* (owned): half of what all calls have */
  GCancellable   *cancellable; /* (owned) */
  gboolean        keep_logs;

  ActPrefetchPlan *plan;     /* (owned) (nullable): while it runs */
  GHashTable      *answered; /* (owned) (element-type utf8 gint64): when the server answered */
  gboolean         running;
  gboolean         may_ask;    /* whether what is missing is asked for */
  gboolean         again;      /* it was started while it ran */
  gboolean         asking;     /* all was looked at */
  gboolean         hindered;   /* the server cannot be asked now */
  guint            next;       /* which need is next */
  guint            n_calls;    /* under way */
  guint            n_failures; /* since the last success */

  guint ready;
  guint total;
};

G_DEFINE_FINAL_TYPE (ActPrefetch, act_prefetch, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a call takes along. */
typedef struct
{
  ActPrefetch *self; /* (owned) */
  guint        need;
} Step;

static void look_at_next (ActPrefetch *self);
static void ask_for_more (ActPrefetch *self);
static void begin (ActPrefetch *self);

static Step *
step_new (ActPrefetch *self,
          guint        need)
{
  Step *step = g_new0 (Step, 1);

  step->self = g_object_ref (self);
  step->need = need;

  return step;
}

static void
step_free (Step *step)
{
  g_object_unref (step->self);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static gboolean
is_stopped (ActPrefetch *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static void
update_progress (ActPrefetch *self)
{
  guint ready = act_prefetch_plan_get_ready (self->plan);
  guint total = act_prefetch_plan_get_total (self->plan);

  if (ready == self->ready && total == self->total)
    return;

  self->ready = ready;
  self->total = total;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
end (ActPrefetch *self)
{
  update_progress (self);
  g_clear_pointer (&self->plan, act_prefetch_plan_free);
  self->running = FALSE;
  self->asking = FALSE;
  if (self->again)
    begin (self);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
was_answered (ActPrefetch   *self,
              const ActNeed *need)
{
  g_autofree char *key = act_need_make_key (need);
  const gint64    *answered_at = g_hash_table_lookup (self->answered, key);

  return answered_at != NULL && *answered_at <= act_time_now () &&
         act_time_now () - *answered_at < ANSWERED_MS;
}

static void
remember_answer (ActPrefetch   *self,
                 const ActNeed *need)
{
  gint64 *now = g_new (gint64, 1);

  *now = act_time_now ();
  g_hash_table_insert (self->answered, act_need_make_key (need), now);
}

/* The run is told of first, so that no event is ready and then lacks something after all. */
static void
take (ActPrefetch             *self,
      ActNeed                 *need,
      const ActIntegrationRun *run)
{
  if (run != NULL)
    act_prefetch_plan_set_run (self->plan, need, run);
  act_prefetch_plan_set_kept (self->plan, need);
}

/* A refusal and "not found" are answers. */
static void
take_failure (ActPrefetch  *self,
              ActNeed      *need,
              const GError *error)
{
  if (!act_known_may_answer (error))
    {
      remember_answer (self, need);
      take (self, need, NULL);
      return;
    }

  g_debug ("Something was not read ahead: %s", error->message);
  self->n_failures++;
  if (act_api_error_is_offline (error) || act_api_error_is_sign_in (error) ||
      self->n_failures >= MAX_FAILURES)
    self->hindered = TRUE;
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Step) step = user_data;
  ActPrefetch *self = step->self;
  ActNeed     *need = NULL;
  gboolean     answered = FALSE;
  g_autoptr (ActIntegrationRun) run = NULL;
  g_autoptr (GError) error = NULL;

  answered = act_need_ask_finish (result, &run, &error);
  self->n_calls--;
  if (is_stopped (self))
    return;

  need = act_prefetch_plan_get_need (self->plan, step->need);
  if (answered)
    {
      self->n_failures = 0;
      remember_answer (self, need);
      take (self, need, run);
    }
  else
    {
      take_failure (self, need, error);
    }

  update_progress (self);
  ask_for_more (self);
}

static void
turn_given_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Step) step = user_data;
  ActPrefetch *self = step->self;
  ActNeed     *need = NULL;

  if (!act_rate_limiter_wait_finish (ACT_RATE_LIMITER (source), result, NULL) || is_stopped (self))
    {
      self->n_calls--;
      return;
    }

  need = act_prefetch_plan_get_need (self->plan, step->need);
  act_need_ask_async (need, self->session, self->cancellable, asked_cb, g_steal_pointer (&step));
}

static gboolean
find_next (ActPrefetch *self)
{
  for (; self->next < act_prefetch_plan_get_n_needs (self->plan); self->next++)
    {
      if (!act_prefetch_plan_get_need (self->plan, self->next)->fresh)
        return TRUE;
    }

  return FALSE;
}

/* Goes on when the engine stands still again, and nothing holds it back. What was started anew knows newer events. */
static void
ask_for_more (ActPrefetch *self)
{
  gboolean is_over = self->hindered || self->again || !find_next (self);

  if (is_over && self->n_calls == 0)
    end (self);

  while (!is_over && self->n_calls < CALLS_AT_ONCE && !act_engine_is_busy (self->engine) &&
         act_engine_may_read_ahead (self->engine) && find_next (self))
    {
      self->n_calls++;
      act_rate_limiter_wait_async (self->limiter, ACT_URGENCY_NOW, self->cancellable,
                                   turn_given_cb, step_new (self, self->next++));
    }
}

static void
engine_changed_cb (ActEngine   *engine,
                   ActPrefetch *self)
{
  if (self->asking && !is_stopped (self))
    ask_for_more (self);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Step) step = user_data;
  ActPrefetch *self = step->self;
  ActNeed     *need = NULL;
  gboolean     kept = FALSE;
  gboolean     fresh = FALSE;
  g_autoptr (ActIntegrationRun) run = NULL;

  kept = act_need_look_finish (result, &fresh, &run, NULL);
  if (is_stopped (self))
    return;

  need = act_prefetch_plan_get_need (self->plan, step->need);
  need->fresh = kept ? fresh : was_answered (self, need);
  if (kept || need->fresh)
    take (self, need, run);
  look_at_next (self);
}

static void
look_at_next (ActPrefetch *self)
{
  guint i = self->next;

  if (i < act_prefetch_plan_get_n_needs (self->plan))
    {
      self->next++;
      act_need_look_async (act_prefetch_plan_get_need (self->plan, i), self->store,
                           self->cancellable, looked_cb, step_new (self, i));
      return;
    }

  update_progress (self);
  if (!self->may_ask || self->again)
    {
      end (self);
      return;
    }

  self->next = 0;
  self->asking = TRUE;
  ask_for_more (self);
}

static void
records_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ActPrefetch) self = user_data;
  ActAbilityState credentials = act_abilities_get (self->abilities, ACT_ABILITY_CREDENTIALS);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  records = act_store_list_open_records_finish (ACT_STORE (source), result, &error);
  if (records == NULL || is_stopped (self))
    {
      g_debug ("Nothing is read ahead: %s", error != NULL ? error->message : "it was stopped");
      self->running = FALSE;
      return;
    }

  self->plan = act_prefetch_plan_new (records, act_ability_state_is_offered (credentials),
                                      self->keep_logs);
  look_at_next (self);
}

static void
begin (ActPrefetch *self)
{
  self->running = TRUE;
  self->again = FALSE;
  self->asking = FALSE;
  self->hindered = FALSE;
  self->n_failures = 0;
  self->next = 0;
  act_store_list_open_records_async (self->store, MAX_EVENTS, self->cancellable, records_listed_cb,
                                     g_object_ref (self));
}

static void
act_prefetch_dispose (GObject *object)
{
  act_prefetch_stop (ACT_PREFETCH (object));

  G_OBJECT_CLASS (act_prefetch_parent_class)->dispose (object);
}

static void
act_prefetch_finalize (GObject *object)
{
  ActPrefetch *self = ACT_PREFETCH (object);

  g_clear_object (&self->store);
  g_clear_object (&self->engine);
  g_clear_object (&self->abilities);
  g_clear_object (&self->limiter);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, act_prefetch_plan_free);
  g_clear_pointer (&self->answered, g_hash_table_unref);

  G_OBJECT_CLASS (act_prefetch_parent_class)->finalize (object);
}

static void
act_prefetch_class_init (ActPrefetchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_prefetch_dispose;
  object_class->finalize = act_prefetch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACT_TYPE_PREFETCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_prefetch_init (ActPrefetch *self)
{
  self->cancellable = g_cancellable_new ();
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * act_prefetch_new:
 * @session: (transfer none): the session that asks; it must call act_prefetch_stop() before it ends
 * @store: its store
 * @engine: its engine
 * @abilities: what its key may do
 *
 * Returns: (transfer full): a prefetch that has not begun
 */
ActPrefetch *
act_prefetch_new (ActSession   *session,
                  ActStore     *store,
                  ActEngine    *engine,
                  ActAbilities *abilities)
{
  ActPrefetch *self = g_object_new (ACT_TYPE_PREFETCH, NULL);
  g_autoptr (ActClock) clock = act_system_clock_new ();

  self->session = session;
  self->store = g_object_ref (store);
  self->engine = g_object_ref (engine);
  self->abilities = g_object_ref (abilities);
  self->limiter = act_rate_limiter_new (clock);
  act_prefetch_set_request_ceiling (self, ACT_RATE_LIMITER_DEFAULT);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed_cb), self, 0);

  return self;
}

/**
 * act_prefetch_look:
 * @self: a prefetch
 *
 * Looks how much the store has, and asks for nothing.
 */
void
act_prefetch_look (ActPrefetch *self)
{
  g_return_if_fail (ACT_IS_PREFETCH (self));

  if (!self->running && !is_stopped (self))
    begin (self);
}

/**
 * act_prefetch_start:
 * @self: a prefetch
 *
 * Reads what is missing or old, once more if it does so already. What the server does not answer is
 * left for the next time.
 */
void
act_prefetch_start (ActPrefetch *self)
{
  g_return_if_fail (ACT_IS_PREFETCH (self));

  self->may_ask = TRUE;
  if (self->running)
    self->again = TRUE;
  else if (!is_stopped (self))
    begin (self);
}

/**
 * act_prefetch_stop:
 * @self: a prefetch
 *
 * Ends it for good.
 */
void
act_prefetch_stop (ActPrefetch *self)
{
  g_return_if_fail (ACT_IS_PREFETCH (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * act_prefetch_set_keep_logs:
 * @self: a prefetch
 * @keep_logs: whether logs of runs are read too
 *
 * Says what is read from the next time on, which is now if something was read before. What the store
 * did not keep of the answers is asked for once more, since it may keep it from now on.
 */
void
act_prefetch_set_keep_logs (ActPrefetch *self,
                            gboolean     keep_logs)
{
  g_return_if_fail (ACT_IS_PREFETCH (self));

  if (self->keep_logs == keep_logs)
    return;

  self->keep_logs = keep_logs;
  g_hash_table_remove_all (self->answered);
  if (self->may_ask)
    act_prefetch_start (self);
}

/**
 * act_prefetch_set_request_ceiling:
 * @self: a prefetch
 * @requests_a_second: how many requests the connection may make in a second
 *
 * Takes half of them, so that the other half is there for whoever waits.
 */
void
act_prefetch_set_request_ceiling (ActPrefetch *self,
                                  guint        requests_a_second)
{
  g_return_if_fail (ACT_IS_PREFETCH (self));

  act_rate_limiter_set_ceiling (self->limiter, MAX (requests_a_second / 2, 1));
}

/**
 * act_prefetch_is_running:
 * @self: a prefetch
 *
 * Returns: whether it looks or asks, or waits for the engine to do so
 */
gboolean
act_prefetch_is_running (ActPrefetch *self)
{
  g_return_val_if_fail (ACT_IS_PREFETCH (self), FALSE);

  return self->running;
}

/**
 * act_prefetch_get_progress:
 * @self: a prefetch
 * @ready: (out): return location for how many events have all that they need in the store
 * @total: (out): return location for how many events there are
 *
 * Tells how far it is.
 */
void
act_prefetch_get_progress (ActPrefetch *self,
                           guint       *ready,
                           guint       *total)
{
  g_return_if_fail (ACT_IS_PREFETCH (self));

  *ready = self->ready;
  *total = self->total;
}
