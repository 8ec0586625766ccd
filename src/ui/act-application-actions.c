/* What can be done in the application, and its keys
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-about.h"
#include "act-application-private.h"
#include "act-preferences-window.h"
#include "act-shortcuts.h"

#include <glib/gi18n.h>

static void
reset_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   ActApplication   *self)
{
  ActWindow *window = act_application_get_window (self);

  if (!g_str_equal (response, "reset") || self->opening != NULL || self->closing)
    return;

  self->reset_after_close = TRUE;
  if (window != NULL)
    {
      act_review_set_session (act_window_get_review (window), NULL);
      act_review_show_opening (act_window_get_review (window), self->launch->connection);
    }

  if (self->session != NULL)
    {
      act_application_close_session (self);
      return;
    }

  act_application_reset_demo (self);
  act_application_open_session (self);
}

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
  act_application_open_session (ACT_APPLICATION (user_data));
}

static void
open_folder_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ActApplication  *self = ACT_APPLICATION (user_data);
  g_autofree char *uri = NULL;

  if (self->launch == NULL || self->launch->directory == NULL)
    return;

  uri = g_filename_to_uri (self->launch->directory, NULL, NULL);
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
reset_demo_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ActApplication *self = ACT_APPLICATION (user_data);
  GtkWidget      *dialog = NULL;

  dialog = adw_message_dialog_new (gtk_application_get_active_window (GTK_APPLICATION (self)),
                                   _ ("Reset the Demo?"),
                                   _ ("Everything that was done in the demo is forgotten. Your own "
                                      "connections are not touched."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("Cancel"),
                                    "reset", _ ("Reset"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reset",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reset_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
start_anew_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  act_application_start_anew (ACT_APPLICATION (user_data));
}

/* Only the demo can be reset; the menu shows what there is. */
static void
add_demo_entries (ActApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "reset-demo", .activate = reset_demo_cb },
  };

  if (self->launch != NULL && self->launch->is_demo && self->launch->reset_demo != NULL)
    g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
start_demo_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ActApplication *self = ACT_APPLICATION (user_data);
  ActWindow      *window = act_application_get_window (self);
  g_autoptr (GError) error = NULL;

  if (self->launch == NULL || self->launch->start_demo == NULL || self->session != NULL)
    return;

  if (self->launch->start_demo (self->launch, self->launch->demo_data, &error))
    {
      add_demo_entries (self);
      act_application_open_session (self);
    }
  else if (window != NULL)
    act_review_show_open_error (act_window_get_review (window), error);
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
    { .name = "start-demo", .activate = start_demo_cb },
  };
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_demo_entries (self);
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
