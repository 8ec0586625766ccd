/* How the application opens its connections, and what it says meanwhile
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include "act-network-text.h"

#include <gio/gio.h>

/* An upgrade that is over sooner is not worth a page of its own. */
#define MS_BEFORE_UPGRADE_IS_SHOWN 1000

/* What the thread of a store has told of an upgrade. */
typedef struct
{
  ActApplication     *application; /* (owned) */
  ActConnectionEntry *entry;       /* (owned) */
  guint               timer_id;    /* until it is worth showing */
  gboolean            reported;
  ActStep             step;
  gint64              done;
  gint64              total;
} Opening;

void
act_application_free_opening (gpointer opening)
{
  Opening *self = opening;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_object_unref (self->entry);
  g_object_unref (self->application);
  g_free (self);
}

static void
show_upgrade (Opening   *opening,
              ActReview *review)
{
  if (opening->reported && opening->timer_id == 0)
    act_review_show_upgrade (review, opening->step, opening->done, opening->total);
}

static void
update_review (Opening *opening)
{
  ActWindow *window = act_application_get_window (opening->application);
  ActReview *review = window != NULL ? act_window_find_review (window, opening->entry) : NULL;

  if (review != NULL)
    show_upgrade (opening, review);
}

static void
progress_cb (ActStep  step,
             gint64   done,
             gint64   total,
             gpointer user_data)
{
  Opening *opening = user_data;

  opening->reported = TRUE;
  opening->step = step;
  opening->done = done;
  opening->total = total;
  update_review (opening);
}

static gboolean
long_enough_cb (gpointer user_data)
{
  Opening *opening = user_data;

  opening->timer_id = 0;
  update_review (opening);

  return G_SOURCE_REMOVE;
}

/* On standard error, with the connection's name where there are others. */
static void
print_requests (ActApplication     *self,
                ActConnectionEntry *entry)
{
  ActSession *session = act_connection_entry_get_session (entry);
  const char *name = act_connection_get_name (act_connection_entry_get_connection (entry));

  act_network_text_print (act_session_get_network_log (session), self->known->len > 1 ? name : NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (ActApplication) self = g_object_ref (opening->application);
  g_autoptr (ActConnectionEntry) entry = g_object_ref (opening->entry);
  g_autoptr (GError) error = NULL;
  gboolean has_window = act_application_get_window (self) != NULL;

  /* The review follows the entry, and tells what went wrong. */
  g_ptr_array_remove (self->openings, opening);
  if (act_connection_entry_open_finish (entry, result, &error))
    {
      act_application_apply_settings (self);
      if (self->launch->verbose)
        print_requests (self, entry);
      if (!has_window)
        act_application_close (self, entry);
    }
  else if (has_window && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Somebody came back before the window's end had stopped the opening. */
      act_application_open (self, entry);
    }

  g_application_release (G_APPLICATION (self));
}

static gboolean
is_listed (ActApplication     *self,
           ActConnectionEntry *entry)
{
  return g_ptr_array_find (self->known, entry, NULL);
}

/* Opens a connection that is closed or could not be opened; does nothing with any other. */
void
act_application_open (ActApplication     *self,
                      ActConnectionEntry *entry)
{
  ActConnectionState state = act_connection_entry_get_state (entry);
  Opening           *opening = NULL;

  if ((state != ACT_CONNECTION_CLOSED && state != ACT_CONNECTION_FAILED) || !is_listed (self, entry))
    return;

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->entry = g_object_ref (entry);
  opening->timer_id = g_timeout_add (MS_BEFORE_UPGRADE_IS_SHOWN, long_enough_cb, opening);
  g_ptr_array_add (self->openings, opening);
  g_application_hold (G_APPLICATION (self));
  act_connection_entry_open_async (entry, ACT_SESSION_AUTOMATIC, progress_cb, opening, NULL, opened_cb,
                                   opening);
}

static gboolean
open_others_cb (gpointer user_data)
{
  ActApplication *self = user_data;

  self->open_id = 0;
  for (guint i = 0; i < self->known->len; i++)
    act_application_open (self, g_ptr_array_index (self->known, i));

  return G_SOURCE_REMOVE;
}

/* Opens the connection that is shown at once, and the others when the window is on the screen. */
void
act_application_open_all (ActApplication *self)
{
  ActConnectionEntry *shown = act_application_get_entry (self);

  if (shown != NULL)
    act_application_open (self, shown);

  if (self->open_id == 0)
    self->open_id = g_idle_add_full (G_PRIORITY_LOW, open_others_cb, self, NULL);
}

/* A review that is looked at for the first time shows how far its connection is. */
void
act_application_tell_progress (ActApplication *self,
                               ActReview      *review)
{
  for (guint i = 0; i < self->openings->len; i++)
    {
      Opening *opening = g_ptr_array_index (self->openings, i);

      if (opening->entry == act_review_get_entry (review))
        show_upgrade (opening, review);
    }
}
