/* Sends the marks that are ready and reads them back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-push-private.h"

/* What was taken cannot be taken back any more, so not too many are taken at once; and the next ones
 * are taken before these have run out, so that the calls do not wait for the store. */
#define BATCH         32
#define LOW_WATER     16
#define CALLS_AT_ONCE 8

G_DEFINE_FINAL_TYPE (ActPush, act_push, G_TYPE_OBJECT)

void
act_push_note_error (ActPush      *self,
                     const GError *error)
{
  if (self->error == NULL)
    self->error = g_error_copy (error);
}

/* What came to nothing once comes to nothing again: it waits for the next run. */
void
act_push_note_put_back (ActPush *self,
                        gint64   entry_id)
{
  g_hash_table_add (self->put_back, g_memdup2 (&entry_id, sizeof (entry_id)));
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

/* Those that this run has put back are put back again, and when there is nothing else, it is done. */
static void
take_entries (ActPush   *self,
              GPtrArray *entries)
{
  guint n_new = 0;

  while (entries->len > 0)
    {
      ActOutboxEntry *entry = g_ptr_array_steal_index (entries, 0);

      if (g_hash_table_contains (self->put_back, &entry->id))
        {
          act_push_put_back (self, entry);
          continue;
        }

      g_queue_push_tail (&self->waiting, entry);
      n_new++;
    }

  self->dry = n_new == 0;
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
  self->claiming = FALSE;
  if (entries == NULL)
    {
      self->halted = TRUE;
      act_push_note_error (self, error);
    }
  else
    take_entries (self, entries);

  act_push_advance (self);
}

static void
kept_here_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ActPush) self = user_data;
  g_autoptr (GError) error = NULL;

  self->claiming = FALSE;
  self->dry = TRUE;
  if (!act_store_hold_finish (ACT_STORE (source), result, NULL, &error))
    {
      self->halted = TRUE;
      act_push_note_error (self, error);
    }

  act_push_advance (self);
}

/* Whether this connection can mark at all is found out with one event. */
static gboolean
is_probing (ActPush *self)
{
  return self->position->mark_ability == ACT_MARK_ABILITY_UNKNOWN;
}

static gboolean
wants_more (ActPush *self)
{
  guint n = g_queue_get_length (&self->waiting);

  if (self->claiming || self->dry || self->halted)
    return FALSE;

  return is_probing (self) ? n + self->in_flight == 0 : n < LOW_WATER;
}

/* What nobody takes is not taken one by one. */
static void
claim (ActPush *self)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  self->claiming = TRUE;
  if (self->position->mark_ability == ACT_MARK_ABILITY_NONE)
    act_store_keep_here_async (self->store, cancellable, kept_here_cb, g_object_ref (self));
  else
    act_store_claim_async (self->store, ACT_OUTBOX_READY, is_probing (self) ? 1 : BATCH,
                           cancellable, claimed_cb, g_object_ref (self));
}

static gboolean
has_nothing_to_send (ActPush *self)
{
  return self->in_flight == 0 && !self->claiming && g_queue_is_empty (&self->waiting) &&
         (self->dry || self->halted);
}

/* Does what can be done next: every answer comes back here. Calls go on while a batch is read back,
 * and only the last reading waits for them. */
void
act_push_advance (ActPush *self)
{
  guint most = is_probing (self) ? 1 : CALLS_AT_ONCE;

  while (self->in_flight < most && !g_queue_is_empty (&self->waiting))
    act_push_ship (self, g_queue_pop_head (&self->waiting));

  if (wants_more (self))
    claim (self);

  if (self->reading)
    return;

  if (self->n_accepted >= ACT_PUSH_IDS_AT_ONCE || (has_nothing_to_send (self) && self->readable))
    act_push_read_back (self);
  else if (has_nothing_to_send (self))
    end_run (self);
}

static void
act_push_finalize (GObject *object)
{
  ActPush *self = ACT_PUSH (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) act_outbox_entry_free);
  g_clear_pointer (&self->put_back, g_hash_table_unref);
  g_clear_pointer (&self->refusals, g_array_unref);
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
  self->put_back = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->refusals = g_array_new (FALSE, FALSE, sizeof (gint64));
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
  self->dry = FALSE;
  g_hash_table_remove_all (self->put_back);

  /* Whatever an earlier process left to be read back comes first. */
  self->readable = TRUE;
  act_push_read_back (self);
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
