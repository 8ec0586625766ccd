/* How the application opens its session, and what it says meanwhile
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include "act-network-text.h"

#include <gio/gio.h>

/* An upgrade that is over sooner is not worth a page of its own. */
#define MS_BEFORE_UPGRADE_IS_SHOWN 1000

/* What the store's thread has told of an upgrade. */
struct _ActOpeningState
{
  GCancellable *cancellable; /* (owned) */
  guint         timer_id;    /* until it is worth showing */
  gboolean      reported;
  ActStep       step;
  gint64        done;
  gint64        total;
};

static void
free_opening (ActOpeningState *opening)
{
  g_clear_handle_id (&opening->timer_id, g_source_remove);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

static void
show_upgrade (ActApplication *self)
{
  const ActOpeningState *opening = self->opening;
  ActWindow             *window = act_application_get_window (self);

  if (window != NULL && opening->reported && opening->timer_id == 0)
    act_review_show_upgrade (act_window_get_review (window), opening->step, opening->done, opening->total);
}

static void
progress_cb (ActStep  step,
             gint64   done,
             gint64   total,
             gpointer user_data)
{
  ActApplication  *self = user_data;
  ActOpeningState *opening = self->opening;

  opening->reported = TRUE;
  opening->step = step;
  opening->done = done;
  opening->total = total;
  show_upgrade (self);
}

static gboolean
long_enough_cb (gpointer user_data)
{
  ActApplication *self = user_data;

  self->opening->timer_id = 0;
  show_upgrade (self);

  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ActApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  ActWindow *window = act_application_get_window (self);

  g_clear_pointer (&self->opening, free_opening);
  self->session = act_session_open_finish (result, &error);

  if (self->session != NULL)
    {
      act_application_apply_settings (self);
      if (self->launch->verbose)
        act_network_text_print (act_session_get_network_log (self->session), NULL);
      if (window != NULL)
        act_review_set_session (act_window_get_review (window), self->session);
      else
        act_application_close_session (self);
    }
  else if (window != NULL)
    {
      /* Somebody came back before the window's end had stopped the opening. */
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        act_application_open_session (self);
      else
        act_review_show_open_error (act_window_get_review (window), error);
    }

  g_application_release (G_APPLICATION (self));
}

void
act_application_open_session (ActApplication *self)
{
  ActWindow *window = act_application_get_window (self);
  ActLaunch *launch = self->launch;

  if (self->opening != NULL || self->closing || self->session != NULL)
    return;

  if (launch == NULL || launch->connection == NULL)
    {
      if (window != NULL)
        act_review_show_no_connection (act_window_get_review (window),
                                       launch != NULL ? launch->problem : NULL,
                                       launch != NULL && launch->start_demo != NULL);

      return;
    }

  if (window != NULL)
    {
      act_review_set_demo (act_window_get_review (window), launch->is_demo);
      act_review_show_opening (act_window_get_review (window), launch->connection);
    }

  self->opening = g_new0 (ActOpeningState, 1);
  self->opening->cancellable = g_cancellable_new ();
  self->opening->timer_id = g_timeout_add (MS_BEFORE_UPGRADE_IS_SHOWN, long_enough_cb, self);
  g_application_hold (G_APPLICATION (self));
  act_session_open_async (launch->connection, launch->secret, launch->directory,
                          ACT_SESSION_AUTOMATIC, progress_cb, self, self->opening->cancellable,
                          opened_cb, g_object_ref (self));
}

/* What was upgraded so far stays so, and the rest is for the next start. */
void
act_application_stop_opening (ActApplication *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening->cancellable);
}
