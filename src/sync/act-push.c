/* Sends the marks that are ready and reads them back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-push.h"

#include "act-planner.h"
#include "act-time.h"
#include "act-verify.h"

/* A batch is read back with one call, and cannot be taken back while it is being sent. */
#define BATCH         32
#define CALLS_AT_ONCE 8
#define IDS_AT_ONCE   100

/* A server that accepts a mark and goes on to list the event as open gets so many tries. */
#define MOST_LAPSES 3
#define STILL_OPEN  "The server accepted the change and still lists the event as open"

struct _ActPush
{
  GObject parent_instance;

  ActClient   *client;   /* (owned) */
  ActStore    *store;    /* (owned) */
  ActPosition *position; /* (unowned): the caller keeps it for as long as this */
  GQueue       waiting;  /* (owned) (element-type ActOutboxEntry): of the batch, not sent yet */
  guint        in_flight;
  guint        progress; /* how many marks the batch has brought to an end */
  gboolean     halted;   /* the rest of the batch is put back, and no other is taken */
  GHashTable  *lapses;   /* (owned): by a mark's id, how often it was accepted and did not last */
  GTask       *task;     /* (owned) (nullable): while it runs */
  GError      *error;    /* (owned) (nullable): the first failure */
};

G_DEFINE_FINAL_TYPE (ActPush, act_push, G_TYPE_OBJECT)

/* One mark on its way. */
typedef struct
{
  ActPush        *push;  /* (owned) */
  ActOutboxEntry *entry; /* (owned) */
  GError         *error; /* (owned) (nullable): why the server did not take it */
} Shipment;

static void claim_batch (ActPush *self);
static void send_more (ActPush *self);
static void verify (ActPush *self);

static void
shipment_free (Shipment *shipment)
{
  g_clear_object (&shipment->push);
  g_clear_pointer (&shipment->entry, act_outbox_entry_free);
  g_clear_error (&shipment->error);
  g_free (shipment);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shipment, shipment_free)

static void
note_error (ActPush      *self,
            const GError *error)
{
  if (self->error == NULL)
    self->error = g_error_copy (error);
}

static void
end_run (ActPush *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Shipment) shipment = user_data;
  ActPush *self = shipment->push;
  g_autoptr (GError) error = NULL;

  if (!act_store_settle_finish (ACT_STORE (source), result, &error))
    {
      self->halted = TRUE;
      note_error (self, error);
    }

  self->in_flight--;
  send_more (self);
}

static gboolean
is_end (ActOutboxState state)
{
  return state == ACT_OUTBOX_DONE || state == ACT_OUTBOX_REFUSED || state == ACT_OUTBOX_UNSUPPORTED;
}

static void
settle (Shipment      *shipment,
        ActOutboxState state,
        gint64         actioned_time)
{
  const char *reason = NULL;

  if (is_end (state))
    shipment->push->progress++;
  if (is_end (state) && shipment->error != NULL)
    reason = shipment->error->message;

  /* What the server has said must be written down even when this is being cancelled. */
  act_store_settle_async (shipment->push->store, shipment->entry->id, state, actioned_time, reason,
                          NULL, settled_cb, shipment);
}

static void
gone_set_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Shipment) shipment = user_data;
  ActPush *self = shipment->push;
  g_autoptr (GError) error = NULL;

  if (!act_store_set_gone_finish (ACT_STORE (source), result, &error))
    note_error (self, error);

  self->in_flight--;
  send_more (self);
}

static void
set_gone (Shipment *shipment)
{
  const char *const ids[] = { shipment->entry->target, NULL };

  shipment->push->progress++;
  act_store_set_gone_async (shipment->push->store, ids, NULL, gone_set_cb, shipment);
}

/* That a server takes no such call at all is never about one event. Other refusals are, once it has
 * taken a mark. */
static gboolean
is_about_one_event (ActPush      *self,
                    const GError *error)
{
  return self->position->mark_ability == ACT_MARK_ABILITY_WORKS &&
         !g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED);
}

static void
event_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Shipment *shipment = user_data;
  ActPush  *self = shipment->push;
  g_autoptr (ActEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  event = act_client_read_event_finish (ACT_CLIENT (source), result, &error);
  if (event != NULL && g_strcmp0 (event->id, shipment->entry->target) != 0)
    {
      g_clear_pointer (&event, act_event_free);
      g_set_error_literal (&error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE,
                           "GET events: the server answered with another event");
    }

  if (g_error_matches (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND))
    set_gone (shipment);
  else if (event == NULL)
    {
      self->halted = TRUE;
      note_error (self, error);
      settle (shipment, ACT_OUTBOX_READY, ACT_TIME_UNKNOWN);
    }
  else if (event->actioned_time != ACT_TIME_UNKNOWN)
    settle (shipment, ACT_OUTBOX_DONE, event->actioned_time);
  else if (is_about_one_event (self, shipment->error))
    settle (shipment, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN);
  else
    {
      act_position_set_cannot_mark (self->position, shipment->error);
      settle (shipment, ACT_OUTBOX_UNSUPPORTED, ACT_TIME_UNKNOWN);
    }
}

static void
handle_failure (Shipment *shipment)
{
  ActPush *self = shipment->push;

  switch (act_planner_judge_mark (shipment->error))
    {
    case ACT_MARK_SIGN_IN:
      self->halted = TRUE;
      note_error (self, shipment->error);
      settle (shipment, ACT_OUTBOX_WAITING_FOR_SIGN_IN, ACT_TIME_UNKNOWN);
      break;

    case ACT_MARK_REFUSED:
      settle (shipment, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN);
      break;

    case ACT_MARK_ASK:
      act_client_read_event_async (self->client, shipment->entry->target,
                                   g_task_get_cancellable (self->task), event_read_cb, shipment);
      break;

    case ACT_MARK_RETRY_LATER:
    default:
      /* One event may upset a server that takes the others; any other failure is everybody's. */
      self->halted = self->halted ||
                     !g_error_matches (shipment->error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
      note_error (self, shipment->error);
      settle (shipment, ACT_OUTBOX_READY, ACT_TIME_UNKNOWN);
      break;
    }
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Shipment *shipment = user_data;
  ActPush  *self = shipment->push;

  if (!act_client_mark_actioned_finish (ACT_CLIENT (source), result, &shipment->error))
    {
      handle_failure (shipment);
      return;
    }

  self->position->mark_ability = ACT_MARK_ABILITY_WORKS;
  settle (shipment, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN);
}

static ActOutboxState
get_state_of_unsent (ActPush *self)
{
  return self->position->mark_ability == ACT_MARK_ABILITY_NONE ? ACT_OUTBOX_UNSUPPORTED
                                                               : ACT_OUTBOX_READY;
}

static void
send_one (ActPush *self)
{
  Shipment *shipment = g_new0 (Shipment, 1);

  shipment->push = g_object_ref (self);
  shipment->entry = g_queue_pop_head (&self->waiting);
  self->in_flight++;

  if (self->halted || self->position->mark_ability == ACT_MARK_ABILITY_NONE)
    settle (shipment, get_state_of_unsent (self), ACT_TIME_UNKNOWN);
  else
    act_client_mark_actioned_async (self->client, shipment->entry->target,
                                    g_task_get_cancellable (self->task), marked_cb, shipment);
}

static void
send_more (ActPush *self)
{
  while (self->in_flight < CALLS_AT_ONCE && !g_queue_is_empty (&self->waiting))
    send_one (self);

  if (self->in_flight == 0)
    verify (self);
}

static void
claimed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActPush) self = user_data;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  entries = act_store_claim_finish (ACT_STORE (source), result, &error);
  if (entries == NULL)
    note_error (self, error);

  if (entries == NULL || entries->len == 0)
    {
      end_run (self);
      return;
    }

  self->progress = 0;
  while (entries->len > 0)
    g_queue_push_tail (&self->waiting, g_ptr_array_steal_index (entries, 0));
  send_more (self);
}

/* Whether this connection can mark at all is found out with one event. */
static void
claim_batch (ActPush *self)
{
  guint n = self->position->mark_ability == ACT_MARK_ABILITY_UNKNOWN ? 1 : BATCH;

  if (self->halted)
    end_run (self);
  else
    act_store_claim_async (self->store, ACT_OUTBOX_READY, n, g_task_get_cancellable (self->task),
                           claimed_cb, g_object_ref (self));
}

/* What is read back. */
typedef struct
{
  ActPush    *push;    /* (owned) */
  GHashTable *entries; /* (owned) (element-type utf8 ActOutboxEntry): by the event's id */
  guint       pending;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->push);
  g_hash_table_unref (reading->entries);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* A batch that came to nothing would come to nothing again. */
static void
go_on (ActPush *self)
{
  if (self->progress == 0)
    end_run (self);
  else
    claim_batch (self);
}

/* Ends the reading with its last change to the store. */
static void
finish_change (Reading      *reading,
               const GError *error)
{
  ActPush *self = reading->push;

  if (error != NULL)
    {
      self->halted = TRUE;
      note_error (self, error);
    }

  if (--reading->pending > 0)
    return;

  go_on (self);
  reading_free (reading);
}

static void
verdict_settled_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  act_store_settle_finish (ACT_STORE (source), result, &error);
  finish_change (user_data, error);
}

static void
verdict_gone_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  act_store_set_gone_finish (ACT_STORE (source), result, &error);
  finish_change (user_data, error);
}

/* Attempts that never reached the server do not count here. */
static gboolean
may_lapse_again (ActPush              *self,
                 const ActOutboxEntry *entry)
{
  guint n_lapses = GPOINTER_TO_UINT (g_hash_table_lookup (self->lapses, &entry->id)) + 1;

  if (n_lapses < MOST_LAPSES)
    g_hash_table_replace (self->lapses, g_memdup2 (&entry->id, sizeof (entry->id)),
                          GUINT_TO_POINTER (n_lapses));
  else
    g_hash_table_remove (self->lapses, &entry->id);

  return n_lapses < MOST_LAPSES;
}

static ActOutboxState
judge_as_read (ActPush              *self,
               const ActOutboxEntry *entry,
               const ActEvent       *event)
{
  g_autoptr (GError) error = NULL;

  if (event->actioned_time != ACT_TIME_UNKNOWN)
    {
      g_hash_table_remove (self->lapses, &entry->id);
      return ACT_OUTBOX_DONE;
    }

  if (!may_lapse_again (self, entry))
    return ACT_OUTBOX_REFUSED;

  error = g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, STILL_OPEN);
  note_error (self, error);

  return ACT_OUTBOX_READY;
}

static void
settle_as_read (Reading        *reading,
                const ActEvent *event)
{
  ActPush        *self = reading->push;
  ActOutboxEntry *entry = g_hash_table_lookup (reading->entries, event->id);
  ActOutboxState  state = judge_as_read (self, entry, event);
  const char     *reason = state != ACT_OUTBOX_DONE ? STILL_OPEN : NULL;

  if (is_end (state))
    self->progress++;
  act_store_settle_async (self->store, entry->id, state, event->actioned_time, reason, NULL,
                          verdict_settled_cb, reading);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Reading) reading = user_data;
  ActPush *self = reading->push;
  g_autoptr (ActVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  Reading *changes = NULL;

  verdict = act_verify_finish (result, &error);
  if (verdict == NULL)
    {
      note_error (self, error);
      end_run (self);
      return;
    }

  changes = g_steal_pointer (&reading);
  changes->pending = verdict->page->events->len + 1;
  self->progress += verdict->gone->len;
  for (guint i = 0; i < verdict->page->events->len; i++)
    settle_as_read (changes, g_ptr_array_index (verdict->page->events, i));

  g_ptr_array_add (verdict->gone, NULL);
  act_store_set_gone_async (self->store, (const char *const *) verdict->gone->pdata, NULL,
                            verdict_gone_cb, changes);
}

static void
verifying_claimed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (ActPush) self = user_data;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  Reading *reading = NULL;

  entries = act_store_claim_finish (ACT_STORE (source), result, &error);
  if (entries == NULL)
    {
      note_error (self, error);
      end_run (self);
      return;
    }

  if (entries->len == 0)
    {
      go_on (self);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->push = g_object_ref (self);
  reading->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) act_outbox_entry_free);
  ids = g_ptr_array_new ();
  while (entries->len > 0)
    {
      ActOutboxEntry *entry = g_ptr_array_steal_index (entries, 0);

      g_ptr_array_add (ids, entry->target);
      g_hash_table_insert (reading->entries, entry->target, entry);
    }
  g_ptr_array_add (ids, NULL);

  act_verify_async (self->client, (const char *const *) ids->pdata,
                    g_task_get_cancellable (self->task), verified_cb, reading);
}

/* Also reads back what an earlier process has sent and did not live to verify. */
static void
verify (ActPush *self)
{
  act_store_claim_async (self->store, ACT_OUTBOX_VERIFYING, IDS_AT_ONCE,
                         g_task_get_cancellable (self->task), verifying_claimed_cb,
                         g_object_ref (self));
}

static void
act_push_finalize (GObject *object)
{
  ActPush *self = ACT_PUSH (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) act_outbox_entry_free);
  g_clear_pointer (&self->lapses, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_push_parent_class)->finalize (object);
}

static void
act_push_class_init (ActPushClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_push_finalize;
}

static void
act_push_init (ActPush *self)
{
  g_queue_init (&self->waiting);
  self->lapses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * act_push_new:
 * @client: a client
 * @store: the store whose outbox is to be emptied
 * @position: (inout): where it is kept whether events can be marked; it must outlive every run
 *
 * Returns: (transfer full): a sender that does not run yet
 */
ActPush *
act_push_new (ActClient   *client,
              ActStore    *store,
              ActPosition *position)
{
  ActPush *self = NULL;

  g_return_val_if_fail (ACT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (ACT_IS_STORE (store), NULL);
  g_return_val_if_fail (position != NULL, NULL);

  self = g_object_new (ACT_TYPE_PUSH, NULL);
  self->client = g_object_ref (client);
  self->store = g_object_ref (store);
  self->position = position;

  return self;
}

/**
 * act_push_run_async:
 * @self: a sender that does not run
 * @cancellable: (nullable): stops it; what was not sent is ready to be sent again
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Sends what is ready until nothing is left that can be sent now. It can be run again and again.
 */
void
act_push_run_async (ActPush            *self,
                    GCancellable       *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer            user_data)
{
  g_return_if_fail (ACT_IS_PUSH (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, act_push_run_async);

  self->halted = FALSE;

  /* The first batch follows whatever an earlier process left to be read back. */
  self->progress = 1;
  verify (self);
}

/**
 * act_push_run_finish:
 * @self: the sender
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * That an event or a connection cannot be marked is no error here: it is told by the state of the
 * marks, and by the position.
 *
 * Returns: whether nothing went wrong that may go right later
 */
gboolean
act_push_run_finish (ActPush      *self,
                     GAsyncResult *result,
                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_push_stop:
 * @self: a sender
 *
 * Lets it end with what is on its way.
 */
void
act_push_stop (ActPush *self)
{
  g_return_if_fail (ACT_IS_PUSH (self));

  self->halted = TRUE;
}
