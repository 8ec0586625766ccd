/* The application: one window, and the connections behind it
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

#include <glib/gi18n.h>

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

/* The connection that is shown. */
ActConnectionEntry *
act_application_get_entry (ActApplication *self)
{
  ActWindow *window = act_application_get_window (self);

  return window != NULL ? act_window_get_entry (window) : NULL;
}

static void
apply_settings_to (ActApplication *self,
                   ActSession     *session)
{
  act_session_set_retention (session, (guint) g_settings_get_enum (self->settings, "retention"));
  act_session_set_keep_logs (session, g_settings_get_boolean (self->settings, "keep-logs"));
}

void
act_application_apply_settings (ActApplication *self)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      ActSession *session = act_connection_entry_get_session (g_ptr_array_index (self->known, i));

      if (session != NULL)
        apply_settings_to (self, session);
    }

  act_application_apply_conditions (self);
}

/* The demo has its server in this computer. */
void
act_application_apply_conditions (ActApplication *self)
{
  ActConditions conditions = { 0 };

  if (self->launch == NULL || self->launch->is_demo)
    return;

  act_desktop_monitor_get_conditions (self->monitor, &conditions);
  for (guint i = 0; i < self->known->len; i++)
    {
      ActSession *session = act_connection_entry_get_session (g_ptr_array_index (self->known, i));

      if (session != NULL)
        act_session_set_conditions (session, &conditions);
    }
}

static void
setting_changed_cb (GSettings      *settings,
                    const char     *key,
                    ActApplication *self)
{
  act_application_apply_settings (self);
}

/* What is shown at the next start. The demo has only one. */
static void
window_entry_cb (ActApplication *self)
{
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (entry != NULL && act_application_manages (self))
    g_settings_set_string (self->settings, "connection",
                           act_connection_get_id (act_connection_entry_get_connection (entry)));

  act_application_update_connection_actions (self);
  act_application_update_notifiers (self);
}

/* The connection that was asked for, or that was shown last, or the first one. */
static ActConnectionEntry *
choose_entry (ActApplication *self)
{
  g_autofree char    *wanted = g_steal_pointer (&self->wanted_id);
  g_autofree char    *last = g_settings_get_string (self->settings, "connection");
  ActConnectionEntry *entry = NULL;

  if (wanted != NULL)
    entry = act_connections_find (self->connections, wanted);
  if (entry == NULL && self->launch->connection != NULL)
    entry = act_connections_find (self->connections, act_connection_get_id (self->launch->connection));
  if (entry == NULL)
    entry = act_connections_find (self->connections, last);

  if (entry != NULL || self->known->len == 0)
    return entry;

  return g_ptr_array_index (self->known, 0);
}

void
act_application_fill_window (ActApplication *self,
                             ActWindow      *window)
{
  ActConnectionEntry *entry = NULL;

  act_window_set_welcome (window, self->launch != NULL ? self->launch->problem : NULL,
                          self->launch != NULL && self->launch->start_demo != NULL);
  if (self->connections == NULL)
    return;

  act_window_set_connections (window, self->connections, self->launch->is_demo);
  entry = choose_entry (self);
  if (entry != NULL)
    act_window_show_entry (window, entry);
}

/* Where there are other connections to show, this is not said on the first page. */
static void
tell_problem (ActApplication *self,
              ActWindow      *window)
{
  GtkWidget *dialog = NULL;

  if (self->launch == NULL || self->launch->problem == NULL || self->known->len == 0)
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                   _ ("The Connection of the Environment Cannot Be Used"),
                                   self->launch->problem);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_window (ActApplication *self)
{
  ActWindow *window = ACT_WINDOW (act_window_new (GTK_APPLICATION (self), self->settings));

  if (self->connections == NULL)
    act_application_load_connections (self);

  /* It may still be sending for a window that was closed: this one goes on with that. */
  act_application_resume (self);
  g_signal_connect_object (window, "review-added", G_CALLBACK (act_application_tell_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::entry", G_CALLBACK (window_entry_cb), self,
                           G_CONNECT_SWAPPED);
  act_application_fill_window (self, window);
  gtk_window_present (GTK_WINDOW (window));
  tell_problem (self, window);

  /* The threads of the stores open them while the window is laid out. */
  act_application_open_all (self);
}

static void
act_application_activate (GApplication *application)
{
  ActWindow *window = act_application_get_window (ACT_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    open_window (ACT_APPLICATION (application));
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
  g_signal_connect_object (self->settings, "changed::retention", G_CALLBACK (setting_changed_cb),
                           self, 0);
  g_signal_connect_object (self->settings, "changed::keep-logs", G_CALLBACK (setting_changed_cb),
                           self, 0);
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
act_application_window_added (GtkApplication *application,
                              GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (act_application_parent_class)->window_added (application, window);

  act_application_watch_window (ACT_APPLICATION (application), window);
}

static void
act_application_window_removed (GtkApplication *application,
                                GtkWindow      *window)
{
  /* The parent lets go of the application with its last window: the sessions are seen to before. */
  if (ACT_IS_WINDOW (window))
    act_application_leave (ACT_APPLICATION (application));

  GTK_APPLICATION_CLASS (act_application_parent_class)->window_removed (application, window);
  act_application_update_notifiers (ACT_APPLICATION (application));
}

static void
act_application_dispose (GObject *object)
{
  ActApplication *self = ACT_APPLICATION (object);

  g_clear_handle_id (&self->open_id, g_source_remove);
  g_clear_handle_id (&self->sending_id, g_source_remove);
  g_clear_object (&self->sending);
  g_hash_table_remove_all (self->notifiers);
  g_ptr_array_set_size (self->known, 0);
  g_clear_object (&self->connections);
  g_clear_object (&self->monitor);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->launch, act_launch_free);

  G_OBJECT_CLASS (act_application_parent_class)->dispose (object);
}

static void
act_application_finalize (GObject *object)
{
  ActApplication *self = ACT_APPLICATION (object);

  g_hash_table_unref (self->notifiers);
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->openings);
  g_free (self->wanted_id);

  G_OBJECT_CLASS (act_application_parent_class)->finalize (object);
}

static void
act_application_class_init (ActApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = act_application_dispose;
  G_OBJECT_CLASS (klass)->finalize = act_application_finalize;
  G_APPLICATION_CLASS (klass)->activate = act_application_activate;
  G_APPLICATION_CLASS (klass)->open = act_application_open_links;
  G_APPLICATION_CLASS (klass)->startup = act_application_startup;
  GTK_APPLICATION_CLASS (klass)->window_added = act_application_window_added;
  GTK_APPLICATION_CLASS (klass)->window_removed = act_application_window_removed;
}

static void
act_application_init (ActApplication *self)
{
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->notifiers = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->openings = g_ptr_array_new_with_free_func (act_application_free_opening);
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
                       "flags", G_APPLICATION_HANDLES_OPEN,
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
