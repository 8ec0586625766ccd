/* Marks that the server has accepted are read back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-push-private.h"

#include "act-time.h"
#include "act-verify.h"

/* A server that accepts a mark and goes on to list the event as open gets so many tries. */
#define MOST_LAPSES 3
#define STILL_OPEN  "The server accepted the change and still lists the event as open"

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

/* What could not be read back now is so later, and nothing else is sent until then. */
static void
fail (ActPush      *self,
      const GError *error)
{
  self->halted = TRUE;
  self->readable = FALSE;
  self->n_accepted = 0;
  act_push_note_error (self, error);
}

static void
end_reading (ActPush *self)
{
  self->reading = FALSE;
  act_push_advance (self);
}

/* Ends the reading with its last change to the store. */
static void
finish_change (Reading      *reading,
               const GError *error)
{
  ActPush *self = reading->push;

  if (error != NULL)
    fail (self, error);

  if (--reading->pending > 0)
    return;

  end_reading (self);
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
  act_push_note_error (self, error);
  act_push_note_put_back (self, entry->id);

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
      fail (self, error);
      end_reading (self);
      return;
    }

  changes = g_steal_pointer (&reading);
  changes->pending = verdict->page->events->len + 1;
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
    fail (self, error);
  else
    self->readable = entries->len == ACT_PUSH_IDS_AT_ONCE || self->n_accepted > 0;

  if (entries == NULL || entries->len == 0)
    {
      end_reading (self);
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

/* Reads back what was accepted, also by an earlier process that did not live to do it. Marks are
 * sent meanwhile. */
void
act_push_read_back (ActPush *self)
{
  self->reading = TRUE;
  self->n_accepted = 0;
  act_store_claim_async (self->store, ACT_OUTBOX_VERIFYING, ACT_PUSH_IDS_AT_ONCE,
                         g_task_get_cancellable (self->task), verifying_claimed_cb,
                         g_object_ref (self));
}
