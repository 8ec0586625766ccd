/* One mark on its way to the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-push-private.h"

#include "act-planner.h"
#include "act-time.h"

/* A key that has marked events and is refused so often in a row has lost the permission. */
#define MOST_REFUSALS 3

typedef struct
{
  ActPush        *push;  /* (owned) */
  ActOutboxEntry *entry; /* (owned) */
  GError         *error; /* (owned) (nullable): why the server did not take it */
} Shipment;

static void
shipment_free (Shipment *shipment)
{
  g_clear_object (&shipment->push);
  g_clear_pointer (&shipment->entry, act_outbox_entry_free);
  g_clear_error (&shipment->error);
  g_free (shipment);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shipment, shipment_free)

/* Takes the entry. */
static Shipment *
shipment_new (ActPush        *push,
              ActOutboxEntry *entry)
{
  Shipment *shipment = g_new0 (Shipment, 1);

  shipment->push = g_object_ref (push);
  shipment->entry = entry;
  push->in_flight++;

  return shipment;
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
      act_push_note_error (self, error);
    }

  self->in_flight--;
  act_push_advance (self);
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

  if (state == ACT_OUTBOX_READY)
    act_push_note_put_back (shipment->push, shipment->entry->id);
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
    {
      self->halted = TRUE;
      act_push_note_error (self, error);
    }

  self->in_flight--;
  act_push_advance (self);
}

static void
set_gone (Shipment *shipment)
{
  const char *const ids[] = { shipment->entry->target, NULL };

  act_store_set_gone_async (shipment->push->store, ids, NULL, gone_set_cb, shipment);
}

static void
kept_here_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The user may have taken it back meanwhile. */
  if (!act_store_settle_finish (ACT_STORE (source), result, &error))
    g_debug ("A refused mark was not kept on this device: %s", error->message);
}

/* What was taken for refusals of single events was one of the key. */
static void
keep_refused_here (ActPush      *self,
                   const GError *error)
{
  for (guint i = 0; i < self->refusals->len; i++)
    act_store_settle_async (self->store, g_array_index (self->refusals, gint64, i),
                            ACT_OUTBOX_UNSUPPORTED, ACT_TIME_UNKNOWN, error->message, NULL,
                            kept_here_cb, NULL);
  g_array_set_size (self->refusals, 0);
}

/* That a server takes no such call at all is never about one event. Other refusals are, once it has
 * taken a mark, unless they go on and on. */
static gboolean
is_about_one_event (Shipment *shipment)
{
  ActPush *self = shipment->push;

  return self->position->mark_ability == ACT_MARK_ABILITY_WORKS &&
         !g_error_matches (shipment->error, ACT_API_ERROR, ACT_API_ERROR_NOT_ALLOWED) &&
         self->refusals->len + 1 < MOST_REFUSALS;
}

/* The event is there and open, and the call was refused. */
static void
refuse (Shipment *shipment)
{
  ActPush *self = shipment->push;

  if (is_about_one_event (shipment))
    {
      g_array_append_val (self->refusals, shipment->entry->id);
      settle (shipment, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN);
      return;
    }

  act_position_set_cannot_mark (self->position, shipment->error);
  keep_refused_here (self, shipment->error);
  settle (shipment, ACT_OUTBOX_UNSUPPORTED, ACT_TIME_UNKNOWN);
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
      act_push_note_error (self, error);
      settle (shipment, ACT_OUTBOX_READY, ACT_TIME_UNKNOWN);
    }
  else if (event->actioned_time != ACT_TIME_UNKNOWN)
    settle (shipment, ACT_OUTBOX_DONE, event->actioned_time);
  else
    refuse (shipment);
}

static void
handle_failure (Shipment *shipment)
{
  ActPush *self = shipment->push;

  switch (act_planner_judge_mark (shipment->error))
    {
    case ACT_MARK_SIGN_IN:
      self->halted = TRUE;
      act_push_note_error (self, shipment->error);
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
      act_push_note_error (self, shipment->error);
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
  g_array_set_size (self->refusals, 0);
  self->n_accepted++;
  self->readable = TRUE;
  settle (shipment, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN);
}

/* Puts a mark back that is not to be sent now. Takes the entry. */
void
act_push_put_back (ActPush        *self,
                   ActOutboxEntry *entry)
{
  settle (shipment_new (self, entry), ACT_OUTBOX_READY, ACT_TIME_UNKNOWN);
}

/* Sends a mark, or keeps it on this device if it is known that nobody takes it. Takes the entry. */
void
act_push_ship (ActPush        *self,
               ActOutboxEntry *entry)
{
  Shipment *shipment = shipment_new (self, entry);

  if (self->position->mark_ability == ACT_MARK_ABILITY_NONE)
    settle (shipment, ACT_OUTBOX_UNSUPPORTED, ACT_TIME_UNKNOWN);
  else if (self->halted)
    settle (shipment, ACT_OUTBOX_READY, ACT_TIME_UNKNOWN);
  else
    act_client_mark_actioned_async (self->client, entry->target,
                                    g_task_get_cancellable (self->task), marked_cb, shipment);
}
