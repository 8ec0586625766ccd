/* What can be done in the application, and its keys
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-about.h"
#include "act-application-private.h"
#include "act-preferences-window.h"
#include "act-shortcuts.h"

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  act_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ActApplication     *self = ACT_APPLICATION (user_data);
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (entry != NULL)
    act_application_open (self, entry);
}

static void
open_folder_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ActApplication  *self = ACT_APPLICATION (user_data);
  g_autofree char *uri = NULL;

  if (self->connections == NULL)
    return;

  uri = g_filename_to_uri (act_connections_get_folder (self->connections), NULL, NULL);
  if (uri != NULL)
    gtk_show_uri (gtk_application_get_active_window (GTK_APPLICATION (self)), uri,
                  GDK_CURRENT_TIME);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ActApplication *self = ACT_APPLICATION (user_data);
  GtkWindow      *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (act_preferences_window_new (parent, self->settings)));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  act_shortcuts_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ActWindow *window = act_application_get_window (ACT_APPLICATION (user_data));

  /* Not g_application_quit(): what is to be sent has a minute still. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
start_anew_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  act_application_start_anew (ACT_APPLICATION (user_data));
}

static void
add_entries (ActApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "open", .activate = open_cb },
    { .name = "open-folder", .activate = open_folder_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "start-anew", .activate = start_anew_cb },
  };
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  act_application_add_connection_actions (self);
  act_application_add_demo_actions (self);
}

static void
set_accelerators (GtkApplication *application)
{
  gtk_application_set_accels_for_action (application, "app.preferences",
                                         (const char *[]){ "<Control>comma", NULL });
  gtk_application_set_accels_for_action (application, "app.quit",
                                         (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (application, "app.shortcuts",
                                         (const char *[]){ "<Control>question", NULL });
  gtk_application_set_accels_for_action (application, "window.close",
                                         (const char *[]){ "<Control>w", NULL });
}

void
act_application_add_actions (ActApplication *self)
{
  add_entries (self);
  set_accelerators (GTK_APPLICATION (self));
}
