/* Sends the changes that are not marks
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change-push.h"

#include "act-api-error.h"
#include "act-enable-change.h"
#include "act-mapping-change.h"
#include "act-store-changes.h"
#include "act-store-resources.h"

/* For as long a server may still make what nobody waits for any more: our own time-outs are
 * shorter, and gateways give up within it. */
#define PATIENCE_MS G_GINT64_CONSTANT (60000)

#define NO_SUCH_ACTION "This version does not know how to make the change"

struct _ActChangePush
{
  GObject parent_instance;

  ActClient    *client;    /* (owned) */
  ActStore     *store;     /* (owned) */
  ActAbilities *abilities; /* (owned) */
  ActOnce      *once;      /* (owned) */
  gint64        patience_ms;
  GTask        *task;     /* (owned) (nullable): while it runs */
  ActChange    *change;   /* (owned) (nullable): the one on its way */
  gint64        after_id; /* the change that was claimed before */
  gint64        wait_ms;  /* until one is worth another look, 0 for none */
  gboolean      halted;
  GError       *error; /* (owned) (nullable): the first failure */
};

G_DEFINE_FINAL_TYPE (ActChangePush, act_change_push, G_TYPE_OBJECT)

static void claim_next (ActChangePush *self);

static void
note_error (ActChangePush *self,
            const GError  *error)
{
  if (self->error == NULL)
    self->error = g_error_copy (error);
}

static void
end_run (ActChangePush *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_clear_pointer (&self->change, act_change_free);
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
go_on (ActChangePush *self)
{
  if (self->halted)
    end_run (self);
  else
    claim_next (self);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!act_store_put_resources_finish (ACT_STORE (source), result, &error))
    g_info ("What a change made was not kept: %s", error->message);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActChangePush) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_settle_change_finish (ACT_STORE (source), result, &error))
    {
      self->halted = TRUE;
      note_error (self, error);
    }

  go_on (self);
}

/* A lost answer is looked for at once, and what was not made is sent once more. */
static gboolean
is_worth_another_turn (const ActChange        *change,
                       const ActChangeOutcome *outcome)
{
  if (outcome->error != NULL)
    return FALSE;

  return (change->state == ACT_OUTBOX_SENDING && outcome->state == ACT_OUTBOX_UNKNOWN) ||
         (change->state == ACT_OUTBOX_UNKNOWN && outcome->state == ACT_OUTBOX_READY);
}

static void
note_outcome (ActChangePush          *self,
              const ActChangeOutcome *outcome)
{
  if (outcome->resources != NULL)
    act_store_put_resources_async (self->store, outcome->kind,
                                   outcome->kind == ACT_RESOURCE_CONFIGURATION ? "" : NULL,
                                   outcome->resources, FALSE, NULL, kept_cb, NULL);

  if (outcome->wait_ms > 0 && (self->wait_ms == 0 || outcome->wait_ms < self->wait_ms))
    self->wait_ms = outcome->wait_ms;

  /* One thing may upset a server that takes the others; any other failure is everybody's. */
  if (outcome->error != NULL)
    {
      note_error (self, outcome->error);
      self->halted = self->halted ||
                     !g_error_matches (outcome->error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
    }
}

/* Takes the outcome. */
static void
take_outcome (ActChangePush    *self,
              ActChangeOutcome *taken)
{
  g_autoptr (ActChangeOutcome) outcome = taken;

  note_outcome (self, outcome);
  if (is_worth_another_turn (self->change, outcome))
    self->after_id = self->change->id - 1;

  /* What is still unknown has been so since then. */
  if (outcome->state == self->change->state)
    go_on (self);
  else
    act_store_settle_change_async (self->store, self->change->id, outcome->state, outcome->reason,
                                   NULL, settled_cb, g_object_ref (self));
}

static void
mapping_sent_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ActChangePush) self = user_data;

  take_outcome (self, act_mapping_change_finish (result));
}

static void
enabled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActChangePush) self = user_data;

  take_outcome (self, act_enable_change_finish (result));
}

static void
send_change (ActChangePush *self)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  switch (self->change->action)
    {
    case ACT_OUTBOX_CREATE_MAPPING:
      act_mapping_change_async (self->client, self->abilities, self->once, self->change, self->patience_ms,
                                cancellable, mapping_sent_cb, g_object_ref (self));
      break;

    case ACT_OUTBOX_ENABLE:
      act_enable_change_async (self->client, self->abilities, self->once, self->change, cancellable, enabled_cb,
                               g_object_ref (self));
      break;

    case ACT_OUTBOX_MARK_ACTIONED:
    default:
      take_outcome (self, act_change_outcome_new (ACT_OUTBOX_UNSUPPORTED, NO_SUCH_ACTION));
    }
}

static void
claimed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ActChangePush) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_store_claim_change_finish (ACT_STORE (source), result, &self->change, &error))
    note_error (self, error);

  if (self->change == NULL)
    {
      end_run (self);
      return;
    }

  self->after_id = self->change->id;
  send_change (self);
}

static void
claim_next (ActChangePush *self)
{
  g_clear_pointer (&self->change, act_change_free);
  act_store_claim_change_async (self->store, self->after_id, g_task_get_cancellable (self->task),
                                claimed_cb, g_object_ref (self));
}

static void
act_change_push_finalize (GObject *object)
{
  ActChangePush *self = ACT_CHANGE_PUSH (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_clear_object (&self->abilities);
  g_clear_object (&self->once);
  g_clear_pointer (&self->change, act_change_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (act_change_push_parent_class)->finalize (object);
}

static void
act_change_push_class_init (ActChangePushClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_change_push_finalize;
}

static void
act_change_push_init (ActChangePush *self)
{
  self->patience_ms = PATIENCE_MS;
}

/**
 * act_change_push_new:
 * @client: a client
 * @store: the store whose outbox is to be emptied
 * @abilities: told what the server says about changes
 * @once: what is changed by others just now
 *
 * Returns: (transfer full): a sender that does not run yet
 */
ActChangePush *
act_change_push_new (ActClient    *client,
                     ActStore     *store,
                     ActAbilities *abilities,
                     ActOnce      *once)
{
  ActChangePush *self = NULL;

  g_return_val_if_fail (ACT_IS_CLIENT (client), NULL);
  g_return_val_if_fail (ACT_IS_STORE (store), NULL);
  g_return_val_if_fail (ACT_IS_ABILITIES (abilities), NULL);
  g_return_val_if_fail (ACT_IS_ONCE (once), NULL);

  self = g_object_new (ACT_TYPE_CHANGE_PUSH, NULL);
  self->client = g_object_ref (client);
  self->store = g_object_ref (store);
  self->abilities = g_object_ref (abilities);
  self->once = g_object_ref (once);

  return self;
}

/**
 * act_change_push_set_patience:
 * @self: a sender
 * @patience_ms: milliseconds
 *
 * Sets for how long a server may still make what it was asked for after the answer was lost.
 */
void
act_change_push_set_patience (ActChangePush *self,
                              gint64         patience_ms)
{
  g_return_if_fail (ACT_IS_CHANGE_PUSH (self));

  self->patience_ms = patience_ms;
}

/**
 * act_change_push_run_async:
 * @self: a sender that does not run
 * @cancellable: (nullable): stops it; what was not sent is ready to be sent again
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Sends what is ready. It can be run again and again.
 */
void
act_change_push_run_async (ActChangePush      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (ACT_IS_CHANGE_PUSH (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, act_change_push_run_async);
  self->halted = FALSE;
  self->after_id = 0;
  self->wait_ms = 0;
  claim_next (self);
}

/**
 * act_change_push_run_finish:
 * @self: the sender
 * @result: the result
 * @error: of %ACT_API_ERROR, %ACT_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * That a change was refused is no error here: it is told by its state.
 *
 * Returns: whether nothing went wrong that may go right later
 */
gboolean
act_change_push_run_finish (ActChangePush *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * act_change_push_get_wait:
 * @self: a sender that has run
 *
 * Returns: after how long it is worth running again, since the server may still make what its answer
 *   was lost of, or a dialog makes the same, in milliseconds; 0 if there is no such
 */
gint64
act_change_push_get_wait (ActChangePush *self)
{
  g_return_val_if_fail (ACT_IS_CHANGE_PUSH (self), 0);

  return self->wait_ms;
}

/**
 * act_change_push_stop:
 * @self: a sender
 *
 * Lets it end with what is on its way.
 */
void
act_change_push_stop (ActChangePush *self)
{
  g_return_if_fail (ACT_IS_CHANGE_PUSH (self));

  self->halted = TRUE;
}
