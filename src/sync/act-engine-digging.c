/* How the engine reads names and history
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-engine-private.h"

#include "act-history.h"
#include "act-namer.h"

static gboolean
was_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
answer_refreshers (ActEngine    *self,
                   const GError *error)
{
  if (error == NULL || was_stopped (error))
    act_engine_set_state (self, ACT_SESSION_IDLE, NULL);
  else
    act_engine_take_failure (self, error);
  act_engine_complete_waiters (self->refreshers, error);
}

static void
end_digging (ActEngine *self)
{
  g_autoptr (GError) error = g_steal_pointer (&self->dig_error);

  self->digging = FALSE;
  g_clear_object (&self->dig);
  act_meter_end (self->meter, ACT_SYNC_HISTORY);
  if (error != NULL)
    g_debug ("Names and history were not read to the end: %s", error->message);

  if (self->dig_again && (error == NULL || was_stopped (error)) && !act_engine_is_ended (self))
    {
      act_engine_start_digging (self);
      return;
    }

  /* While a pass runs its own digging is yet to come, which answers for this one too. */
  if (!self->automatic && !self->passing)
    answer_refreshers (self, error);

  if (self->automatic)
    {
      act_engine_emit_changed (self);
      if (error == NULL)
        act_engine_emit_caught_up (self);
    }

  act_engine_check_stopped (self);
}

static void
end_one (ActEngine *self)
{
  if (--self->n_digs == 0)
    end_digging (self);
}

static void
history_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;

  act_history_finish (result, &self->dig_error);
  end_one (self);
}

/* A name that cannot be had is shown as an id; events are worth more. */
static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ActEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_namer_finish (result, &error))
    g_debug ("Names were not read: %s", error->message);

  act_meter_end (self->meter, ACT_SYNC_NAMES);
  end_one (self);
}

/* Does nothing while something holds it back. */
void
act_engine_start_digging (ActEngine *self)
{
  if (!act_engine_may_read_ahead (self))
    {
      if (!self->automatic && !self->digging)
        answer_refreshers (self, NULL);
      return;
    }

  self->dig_again = self->digging;
  if (self->digging)
    return;

  self->digging = TRUE;
  self->n_digs = 2;
  self->dig = g_cancellable_new ();
  if (act_engine_is_ended (self))
    g_cancellable_cancel (self->dig);
  act_meter_begin (self->meter, ACT_SYNC_NAMES, -1);
  act_namer_async (self->client, self->store, self->dig, named_cb, g_object_ref (self));
  act_history_async (self->client, self->store, self->position, self->meter, self->dig,
                     history_read_cb, g_object_ref (self));
}

/* It goes on where it was, some other time. */
void
act_engine_stop_digging (ActEngine *self)
{
  self->dig_again = FALSE;
  g_cancellable_cancel (self->dig);
}
