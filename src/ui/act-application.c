/* The application: one window, and the session behind it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-application.h"

#include "act-application-private.h"
#include "act-session-offline.h"
#include "act-session-progress.h"
#include "act-session-space.h"
#include "act-ui-resources.h"

/* How long the process goes on sending without a window. */
#define SECONDS_TO_SEND 60

G_DEFINE_FINAL_TYPE (ActApplication, act_application, ADW_TYPE_APPLICATION)

ActWindow *
act_application_get_window (ActApplication *self)
{
  GList *l = NULL;

  for (l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (ACT_IS_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

void
act_application_apply_settings (ActApplication *self)
{
  if (self->session == NULL)
    return;

  act_session_set_request_ceiling (self->session,
                                   (guint) g_settings_get_int (self->settings, "request-ceiling"));
  act_session_set_retention (self->session,
                             (guint) g_settings_get_enum (self->settings, "retention"));
  act_session_set_keep_logs (self->session, g_settings_get_boolean (self->settings, "keep-logs"));
  act_session_set_refresh_minutes (self->session,
                                   (guint) g_settings_get_int (self->settings, "refresh-minutes"));
  act_application_apply_conditions (self);
}

/* The demo has its server in this computer. */
void
act_application_apply_conditions (ActApplication *self)
{
  ActConditions conditions = { 0 };

  if (self->session == NULL || self->launch->is_demo)
    return;

  act_desktop_monitor_get_conditions (self->monitor, &conditions);
  act_session_set_conditions (self->session, &conditions);
}

void
act_application_reset_demo (ActApplication *self)
{
  ActWindow *window = act_application_get_window (self);
  g_autoptr (GError) error = NULL;

  self->reset_after_close = FALSE;
  if (self->launch->reset_demo (self->launch, self->launch->demo_data, &error))
    return;

  if (window != NULL)
    act_review_show_open_error (act_window_get_review (window), error);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ActApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!act_session_close_finish (ACT_SESSION (source), result, &error))
    g_warning ("The session did not close: %s", error->message);

  self->closing = FALSE;
  if (self->reset_after_close)
    act_application_reset_demo (self);

  /* Somebody started the program again meanwhile, or it is the demo that begins anew. */
  if (act_application_get_window (self) != NULL)
    act_application_open_session (self);

  g_application_release (G_APPLICATION (self));
}

void
act_application_close_session (ActApplication *self)
{
  g_autoptr (ActSession) session = g_steal_pointer (&self->session);

  if (session == NULL)
    return;

  self->closing = TRUE;
  g_application_hold (G_APPLICATION (self));
  act_session_close_async (session, NULL, closed_cb, g_object_ref (self));
}

static void send_and_close (ActApplication *self);

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ActApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  /* What was not sent is sent at the next start. */
  if (!act_session_send_finish (ACT_SESSION (source), result, &error))
    g_debug ("Not everything was sent: %s", error->message);

  g_clear_handle_id (&self->sending_id, g_source_remove);
  g_clear_object (&self->sending);
  if (act_application_get_window (self) == NULL)
    {
      /* The window that came meanwhile is gone again, and has a minute of its own. */
      if (self->resumed)
        send_and_close (self);
      else
        act_application_close_session (self);
    }

  self->resumed = FALSE;

  g_application_release (G_APPLICATION (self));
}

static gboolean
sending_time_over_cb (gpointer user_data)
{
  ActApplication *self = user_data;

  self->sending_id = 0;
  g_cancellable_cancel (self->sending);
  return G_SOURCE_REMOVE;
}

/* The window is gone, but what the user did is still to be sent. */
static void
send_and_close (ActApplication *self)
{
  const ActCounts *counts = act_session_get_counts (self->session);

  if (counts == NULL || counts->waiting == 0)
    {
      act_application_close_session (self);
      return;
    }

  self->sending = g_cancellable_new ();
  self->sending_id = g_timeout_add_seconds (SECONDS_TO_SEND, sending_time_over_cb, self);
  g_application_hold (G_APPLICATION (self));
  act_session_send_async (self->session, self->sending, sent_cb, g_object_ref (self));
}

static void
setting_changed_cb (GSettings      *settings,
                    const char     *key,
                    ActApplication *self)
{
  act_application_apply_settings (self);
}

static void
act_application_activate (GApplication *application)
{
  ActApplication *self = ACT_APPLICATION (application);
  ActWindow      *window = act_application_get_window (self);
  gboolean        is_new = FALSE;

  if (window == NULL)
    {
      window = ACT_WINDOW (act_window_new (GTK_APPLICATION (self), self->settings));
      act_review_set_demo (act_window_get_review (window), self->launch != NULL && self->launch->is_demo);
      act_review_show_opening (act_window_get_review (window), self->launch != NULL ? self->launch->connection : NULL);
      is_new = TRUE;
    }

  /* It is still sending for a window that was closed: this one goes on with it. */
  if (self->session != NULL)
    {
      if (self->sending != NULL)
        {
          self->resumed = TRUE;
          g_cancellable_cancel (self->sending);
        }

      act_review_set_session (act_window_get_review (window), self->session);
    }

  gtk_window_present (GTK_WINDOW (window));

  /* The store's threads open it while the window is laid out. */
  if (is_new)
    act_application_open_session (self);
}

static void
act_application_startup (GApplication *application)
{
  ActApplication *self = ACT_APPLICATION (application);
  GtkSettings    *toolkit_settings = NULL;

  /* Naming the resources keeps the linker from dropping them. */
  g_resources_register (act_ui_get_resource ());

  G_APPLICATION_CLASS (act_application_parent_class)->startup (application);

  self->settings = g_settings_new (ACT_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::request-ceiling",
                           G_CALLBACK (setting_changed_cb), self, 0);
  g_signal_connect_object (self->settings, "changed::retention", G_CALLBACK (setting_changed_cb),
                           self, 0);
  g_signal_connect_object (self->settings, "changed::keep-logs", G_CALLBACK (setting_changed_cb),
                           self, 0);
  g_signal_connect_object (self->settings, "changed::refresh-minutes",
                           G_CALLBACK (setting_changed_cb), self, 0);
  self->monitor = act_desktop_monitor_new_for_system ();
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (act_application_apply_conditions),
                           self, G_CONNECT_SWAPPED);
  gtk_window_set_default_icon_name (ACT_APPLICATION_ID);
  act_application_add_actions (self);

  /* A message that gets the focus is there to be read, not to be replaced. */
  toolkit_settings = gtk_settings_get_default ();
  if (toolkit_settings != NULL)
    g_object_set (toolkit_settings, "gtk-label-select-on-focus", FALSE, NULL);
}

static void
act_application_window_removed (GtkApplication *application,
                                GtkWindow      *window)
{
  ActApplication *self = ACT_APPLICATION (application);

  /* The parent lets go of the application with its last window: the session is seen to before. */
  if (ACT_IS_WINDOW (window) && self->session != NULL)
    act_session_end_undo_time (self->session);
  if (ACT_IS_WINDOW (window) && self->session != NULL && self->sending == NULL)
    send_and_close (self);
  if (ACT_IS_WINDOW (window))
    act_application_stop_opening (self);

  GTK_APPLICATION_CLASS (act_application_parent_class)->window_removed (application, window);
}

static void
act_application_dispose (GObject *object)
{
  ActApplication *self = ACT_APPLICATION (object);

  g_clear_handle_id (&self->sending_id, g_source_remove);
  g_clear_object (&self->sending);
  g_clear_object (&self->session);
  g_clear_object (&self->monitor);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->launch, act_launch_free);

  G_OBJECT_CLASS (act_application_parent_class)->dispose (object);
}

static void
act_application_class_init (ActApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = act_application_dispose;
  G_APPLICATION_CLASS (klass)->activate = act_application_activate;
  G_APPLICATION_CLASS (klass)->startup = act_application_startup;
  GTK_APPLICATION_CLASS (klass)->window_removed = act_application_window_removed;
}

static void
act_application_init (ActApplication *self)
{
}

/**
 * act_application_new:
 *
 * Creates the application.
 *
 * Returns: (transfer full): the application
 */
ActApplication *
act_application_new (void)
{
  return g_object_new (ACT_TYPE_APPLICATION,
                       "application-id", ACT_APPLICATION_ID,
                       "resource-base-path", "/io/github/actioned/Actioned",
                       NULL);
}

/**
 * act_application_set_launch:
 * @self: an application that is not registered yet
 * @launch: (transfer full): what main found on the command line
 *
 * Says what to open. The demo is an application of its own, so that it does not hide behind a window
 * that shows a real organisation.
 */
void
act_application_set_launch (ActApplication *self,
                            ActLaunch      *launch)
{
  g_return_if_fail (ACT_IS_APPLICATION (self));
  g_return_if_fail (launch != NULL);

  g_clear_pointer (&self->launch, act_launch_free);
  self->launch = launch;
  if (launch->is_demo)
    g_application_set_application_id (G_APPLICATION (self), ACT_APPLICATION_ID ".Demo");
}
