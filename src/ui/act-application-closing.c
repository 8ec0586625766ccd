/* What goes on when the window is closed: what the user did is sent, and then all is closed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include <gio/gio.h>

/* How long the process goes on sending without a window, for all connections together. */
#define SECONDS_TO_SEND 60

/* A connection that still sends. */
typedef struct
{
  ActApplication     *application; /* (owned) */
  ActConnectionEntry *entry;       /* (owned) */
  GCancellable       *cancellable; /* (owned): which end of a window it is about */
} Sending;

static void
sending_free (Sending *self)
{
  g_object_unref (self->cancellable);
  g_object_unref (self->entry);
  g_object_unref (self->application);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ActApplication) self = user_data;
  ActConnectionEntry *entry = ACT_CONNECTION_ENTRY (source);
  g_autoptr (GError) error = NULL;

  if (!act_connection_entry_close_finish (entry, result, &error))
    g_warning ("The connection did not close: %s", error->message);

  if (self->reset_after_close)
    act_application_reset_demo (self);

  /* Somebody started the program again meanwhile, or it is the demo that begins anew. */
  if (act_application_get_window (self) != NULL)
    act_application_open (self, entry);

  g_application_release (G_APPLICATION (self));
}

/* Closes a connection. It is opened again if there is a window by then. */
void
act_application_close (ActApplication     *self,
                       ActConnectionEntry *entry)
{
  g_application_hold (G_APPLICATION (self));
  act_connection_entry_close_async (entry, closed_cb, g_object_ref (self));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Sending) sending = user_data;
  ActApplication *self = sending->application;
  g_autoptr (GError) error = NULL;

  /* What was not sent is sent at the next start. */
  if (!act_session_send_finish (ACT_SESSION (source), result, &error))
    g_debug ("Not everything was sent: %s", error->message);

  /* A window that came meanwhile goes on with the session. */
  if (sending->cancellable == self->sending)
    act_application_close (self, sending->entry);

  g_application_release (G_APPLICATION (self));
}

static void
send_and_close (ActApplication     *self,
                ActConnectionEntry *entry)
{
  ActSession      *session = act_connection_entry_get_session (entry);
  const ActCounts *counts = NULL;
  Sending         *sending = NULL;

  if (session != NULL)
    {
      act_session_end_undo_time (session);
      counts = act_session_get_counts (session);
    }

  if (counts == NULL || counts->waiting == 0)
    {
      act_application_close (self, entry);
      return;
    }

  sending = g_new0 (Sending, 1);
  sending->application = g_object_ref (self);
  sending->entry = g_object_ref (entry);
  sending->cancellable = g_object_ref (self->sending);
  g_application_hold (G_APPLICATION (self));
  act_session_send_async (session, self->sending, sent_cb, sending);
}

static gboolean
sending_time_over_cb (gpointer user_data)
{
  ActApplication *self = user_data;

  self->sending_id = 0;
  g_cancellable_cancel (self->sending);

  return G_SOURCE_REMOVE;
}

/* The window is gone, but what the user did is still to be sent, in every connection. */
void
act_application_leave (ActApplication *self)
{
  act_application_resume (self);
  g_clear_handle_id (&self->open_id, g_source_remove);
  self->sending = g_cancellable_new ();
  self->sending_id = g_timeout_add_seconds (SECONDS_TO_SEND, sending_time_over_cb, self);
  for (guint i = 0; i < self->known->len; i++)
    send_and_close (self, g_ptr_array_index (self->known, i));
}

/* There is a window again: what is still open stays so. */
void
act_application_resume (ActApplication *self)
{
  g_autoptr (GCancellable) sending = g_steal_pointer (&self->sending);

  g_clear_handle_id (&self->sending_id, g_source_remove);
  g_cancellable_cancel (sending);
}
