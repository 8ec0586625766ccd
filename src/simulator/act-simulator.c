/* A look-alike of the remote API, on this computer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The world and the server live on a thread of their own, with a main context of its own. Whatever
 * comes from another thread is run there while the caller waits, so that nothing needs a lock but the
 * waiting itself.
 */

#include "act-simulator.h"

#include "act-simulator-control.h"
#include "act-simulator-ledger.h"
#include "act-simulator-server.h"
#include "act-simulator-token.h"

struct _ActSimulator
{
  GObject parent_instance;

  ActSimulatorOptions *options;    /* (owned) */
  GThread             *thread;     /* (owned) (nullable) */
  GMainContext        *context;    /* (owned) (nullable) */
  GMainLoop           *loop;       /* (owned) (nullable) */
  char                *base_url;   /* (owned) (nullable) */
  char                *org_id;     /* (owned) (nullable) */
  char                *api_key;    /* (owned) (nullable) */
  char                *api_secret; /* (owned) (nullable) */

  ActSimulatorServer *server; /* (owned) (nullable), of the thread alone */

  GMutex   mutex;
  GCond    cond;
  GError  *error; /* (owned) (nullable) */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (ActSimulator, act_simulator, G_TYPE_OBJECT)

typedef void (*ActSimulatorTask) (ActSimulatorWorld *world,
                                  gpointer           data);

/* Something that another thread wants to be done. */
typedef struct
{
  ActSimulator    *self; /* (unowned) */
  ActSimulatorTask task;
  gpointer         data;
  gboolean         done;
} ActSimulatorErrand;

static gboolean
errand_cb (gpointer user_data)
{
  ActSimulatorErrand *errand = user_data;
  ActSimulator       *self = errand->self;

  errand->task (act_simulator_server_get_world (self->server), errand->data);
  act_simulator_server_save_soon (self->server);

  g_mutex_lock (&self->mutex);
  errand->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);

  return G_SOURCE_REMOVE;
}

static gboolean
quit_cb (gpointer user_data)
{
  ActSimulator *self = user_data;

  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

static void
run_errand (ActSimulator    *self,
            ActSimulatorTask task,
            gpointer         data)
{
  ActSimulatorErrand errand = { self, task, data, FALSE };

  g_main_context_invoke (self->context, errand_cb, &errand);

  g_mutex_lock (&self->mutex);
  while (!errand.done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static gboolean
begin (ActSimulator *self,
       GError      **error)
{
  ActSimulatorWorld *world = NULL;

  self->server = act_simulator_server_new (self->options, error);
  if (self->server == NULL)
    return FALSE;

  world = act_simulator_server_get_world (self->server);
  self->base_url = g_strdup (act_simulator_server_get_base_url (self->server));
  self->org_id = g_strdup (world->org_id);
  self->api_key = g_strdup (world->api_key);
  self->api_secret = g_strdup (world->api_secret);

  return TRUE;
}

static gpointer
run_thread (gpointer user_data)
{
  ActSimulator *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean begun = FALSE;

  g_main_context_push_thread_default (self->context);
  begun = begin (self, &error);

  g_mutex_lock (&self->mutex);
  self->ready = TRUE;
  self->error = g_steal_pointer (&error);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (begun)
    g_main_loop_run (self->loop);

  g_clear_pointer (&self->server, act_simulator_server_free);
  /* What is left of the connections ends here, and not on another thread. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static void
add_events (ActSimulatorWorld *world,
            gpointer           data)
{
  const gint64 *numbers = data;

  for (gint64 i = 0; i < numbers[0]; i++)
    {
      gint64             time_ms = act_simulator_control_get_time_between (numbers[1], numbers[2], (guint) i, (guint) numbers[0]);
      ActSimulatorEvent *event = act_simulator_events_add (world, time_ms);

      if (numbers[3] != 0)
        event->actioned_ms = time_ms + 1;
    }
}

typedef struct
{
  const char *name;
  guint       number;
  gboolean    done;
  char       *text;
} ActSimulatorNamedTask;

static void
set_actioned (ActSimulatorWorld *world,
              gpointer           data)
{
  ActSimulatorNamedTask *task = data;
  ActSimulatorEvent      event;

  task->done = act_simulator_event_find (world, task->name, &event);
  if (task->done)
    act_simulator_events_action (world, &event, task->number != 0);
}

static void
set_fault (ActSimulatorWorld *world,
           gpointer           data)
{
  ActSimulatorNamedTask *task = data;

  task->done = act_simulator_faults_set (world->faults, task->name, task->number, NULL);
}

typedef struct
{
  const char *api_key;
  const char *api_secret;
  const char *org_id;
} ActSimulatorKeyTask;

static void
set_key (ActSimulatorWorld *world,
         gpointer           data)
{
  const ActSimulatorKeyTask *task = data;

  act_simulator_token_take_key (world, task->api_key, task->api_secret, task->org_id);
}

static void
count_calls (ActSimulatorWorld *world,
             gpointer           data)
{
  guint *n_calls = data;

  *n_calls = (guint) world->n_calls;
}

static void
write_ledger (ActSimulatorWorld *world,
              gpointer           data)
{
  ActSimulatorNamedTask *task = data;
  g_autoptr (JsonNode) node = act_simulator_ledger_to_json (world);

  task->text = json_to_string (node, FALSE);
}

static void
act_simulator_finalize (GObject *object)
{
  ActSimulator *self = ACT_SIMULATOR (object);

  act_simulator_stop (self);
  g_clear_pointer (&self->options, act_simulator_options_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (act_simulator_parent_class)->finalize (object);
}

static void
act_simulator_class_init (ActSimulatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = act_simulator_finalize;
}

static void
act_simulator_init (ActSimulator *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
}

/**
 * act_simulator_new:
 * @options: (nullable): how it is to behave, or %NULL for the demo's organisation
 *
 * Makes a simulator that does not listen yet.
 *
 * Returns: (transfer full): the simulator
 */
ActSimulator *
act_simulator_new (const ActSimulatorOptions *options)
{
  ActSimulator *self = g_object_new (ACT_TYPE_SIMULATOR, NULL);

  self->options = options != NULL ? act_simulator_options_copy (options) : act_simulator_options_new ();

  return self;
}

/**
 * act_simulator_start:
 * @self: a simulator that does not run
 * @error: return location for a #GError of the domains %G_OPTION_ERROR and %G_IO_ERROR
 *
 * Starts the simulator's thread and waits until it listens on the loopback address.
 *
 * Returns: whether it does
 */
gboolean
act_simulator_start (ActSimulator *self,
                     GError      **error)
{
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (ACT_IS_SIMULATOR (self), FALSE);
  g_return_val_if_fail (self->thread == NULL, FALSE);

  if (!act_simulator_options_check (self->options, error))
    return FALSE;

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->ready = FALSE;
  self->thread = g_thread_new ("simulator", run_thread, self);

  g_mutex_lock (&self->mutex);
  while (!self->ready)
    g_cond_wait (&self->cond, &self->mutex);
  failed = g_steal_pointer (&self->error);
  g_mutex_unlock (&self->mutex);

  if (failed == NULL)
    return TRUE;

  act_simulator_stop (self);
  g_propagate_error (error, g_steal_pointer (&failed));

  return FALSE;
}

/**
 * act_simulator_stop:
 * @self: a simulator
 *
 * Ends the simulator's thread and waits until its state is kept. What act_simulator_get_base_url() and
 * the like returned is no longer valid. Does nothing when it does not run.
 */
void
act_simulator_stop (ActSimulator *self)
{
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (ACT_IS_SIMULATOR (self));

  if (self->thread == NULL)
    return;

  /* Never run here: while the thread has not begun its loop, nobody else would own the context. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, quit_cb, self, NULL);
  g_source_attach (source, self->context);

  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->base_url, g_free);
  g_clear_pointer (&self->org_id, g_free);
  g_clear_pointer (&self->api_key, g_free);
  g_clear_pointer (&self->api_secret, g_free);
}

/**
 * act_simulator_get_base_url:
 * @self: a simulator that runs
 *
 * Returns: (nullable): where it listens, or %NULL when it does not run
 */
const char *
act_simulator_get_base_url (ActSimulator *self)
{
  g_return_val_if_fail (ACT_IS_SIMULATOR (self), NULL);

  return self->base_url;
}

/**
 * act_simulator_get_org_id:
 * @self: a simulator that runs
 *
 * Returns: (nullable): the id of its organisation, or %NULL when it does not run
 */
const char *
act_simulator_get_org_id (ActSimulator *self)
{
  g_return_val_if_fail (ACT_IS_SIMULATOR (self), NULL);

  return self->org_id;
}

/**
 * act_simulator_get_api_key:
 * @self: a simulator that runs
 *
 * Returns: (nullable): the access key id that it accepts, or %NULL when it does not run
 */
const char *
act_simulator_get_api_key (ActSimulator *self)
{
  g_return_val_if_fail (ACT_IS_SIMULATOR (self), NULL);

  return self->api_key;
}

/**
 * act_simulator_get_api_secret:
 * @self: a simulator that runs
 *
 * Returns: (nullable): the API secret that it accepts, or %NULL when it does not run
 */
const char *
act_simulator_get_api_secret (ActSimulator *self)
{
  g_return_val_if_fail (ACT_IS_SIMULATOR (self), NULL);

  return self->api_secret;
}

/**
 * act_simulator_add_events:
 * @self: a simulator that runs
 * @n: how many events
 * @first_time_ms: the time of the first, in milliseconds since 1970
 * @last_time_ms: the time of the last; the others lie evenly between them
 * @actioned: whether they are actioned
 *
 * Makes events happen. Any thread but the simulator's; waits until it is done.
 */
void
act_simulator_add_events (ActSimulator *self,
                          guint         n,
                          gint64        first_time_ms,
                          gint64        last_time_ms,
                          gboolean      actioned)
{
  gint64 numbers[] = { n, first_time_ms, last_time_ms, actioned };

  g_return_if_fail (ACT_IS_SIMULATOR (self) && self->thread != NULL);

  run_errand (self, add_events, numbers);
}

/**
 * act_simulator_set_actioned:
 * @self: a simulator that runs
 * @event_id: the id of an event
 * @actioned: whether it is to be actioned
 *
 * Lets somebody else action an event or open it again. Any thread but the simulator's; waits until it
 * is done.
 *
 * Returns: whether there is such an event
 */
gboolean
act_simulator_set_actioned (ActSimulator *self,
                            const char   *event_id,
                            gboolean      actioned)
{
  ActSimulatorNamedTask task = { .name = event_id, .number = actioned };

  g_return_val_if_fail (ACT_IS_SIMULATOR (self) && self->thread != NULL, FALSE);

  run_errand (self, set_actioned, &task);

  return task.done;
}

/**
 * act_simulator_set_fault:
 * @self: a simulator that runs
 * @kind: a kind of fault
 * @every: every how many calls it happens: 1 is always, 0 is never
 *
 * Switches a fault. Any thread but the simulator's; waits until it is done.
 *
 * Returns: whether there is such a kind
 */
gboolean
act_simulator_set_fault (ActSimulator *self,
                         const char   *kind,
                         guint         every)
{
  ActSimulatorNamedTask task = { .name = kind, .number = every };

  g_return_val_if_fail (ACT_IS_SIMULATOR (self) && self->thread != NULL, FALSE);

  run_errand (self, set_fault, &task);

  return task.done;
}

/**
 * act_simulator_set_key:
 * @self: a simulator that runs
 * @api_key: the id of the key that is accepted from now on
 * @api_secret: its secret
 * @org_id: (nullable): whose key it is, if it is one of another organisation
 *
 * Rotates the key: the former one and its tokens are refused. Any thread but the simulator's; waits
 * until it is done. act_simulator_get_api_key() still tells the one of the start.
 */
void
act_simulator_set_key (ActSimulator *self,
                       const char   *api_key,
                       const char   *api_secret,
                       const char   *org_id)
{
  ActSimulatorKeyTask task = { api_key, api_secret, org_id };

  g_return_if_fail (ACT_IS_SIMULATOR (self) && self->thread != NULL);
  g_return_if_fail (api_key != NULL && api_secret != NULL);

  run_errand (self, set_key, &task);
}

/**
 * act_simulator_get_n_calls:
 * @self: a simulator that runs
 *
 * Any thread but the simulator's; waits until it is done.
 *
 * Returns: how many calls of the API came since the start
 */
guint
act_simulator_get_n_calls (ActSimulator *self)
{
  guint n_calls = 0;

  g_return_val_if_fail (ACT_IS_SIMULATOR (self) && self->thread != NULL, 0);

  run_errand (self, count_calls, &n_calls);

  return n_calls;
}

/**
 * act_simulator_dup_ledger:
 * @self: a simulator that runs
 *
 * Reads the ledger. Any thread but the simulator's; waits until it is done.
 *
 * Returns: (transfer full): the changes that were accepted, as a JSON array
 */
char *
act_simulator_dup_ledger (ActSimulator *self)
{
  ActSimulatorNamedTask task = { 0 };

  g_return_val_if_fail (ACT_IS_SIMULATOR (self) && self->thread != NULL, NULL);

  run_errand (self, write_ledger, &task);

  return task.text;
}
