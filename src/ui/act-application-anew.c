/* Starting with a new store where the old one is of a newer version
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include "act-session-anew.h"
#include "act-unsent-text.h"

#include <glib/gi18n.h>

static void
set_aside_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ActApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = act_session_set_aside_finish (result, &error);
  ActWindow       *window = act_application_get_window (self);

  g_application_release (G_APPLICATION (self));
  if (path != NULL)
    act_application_open_session (self);
  else if (window != NULL)
    act_review_show_open_error (act_window_get_review (window), error);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             ActApplication   *self)
{
  if (!g_str_equal (response, "start") || self->opening != NULL || self->session != NULL)
    return;

  g_application_hold (G_APPLICATION (self));
  act_session_set_aside_async (self->launch->connection, self->launch->directory, NULL,
                               set_aside_cb, g_object_ref (self));
}

static char *
build_body (GPtrArray *unsent)
{
  g_autofree char *names = NULL;
  g_autofree char *warning = NULL;
  const char      *kept = _ ("The old file gets another name in the same folder. Nothing is deleted. "
                                  "The events are fetched again, as far back as the server has them.");

  if (unsent == NULL)
    return g_strdup_printf ("%s\n\n%s", kept,
                            _ ("Whether changes in it were not sent cannot be read."));

  if (unsent->len == 0)
    return g_strdup (kept);

  names = act_unsent_text (unsent);
  warning = g_strdup_printf (ngettext ("%u change in it was not sent, and is not sent from here:",
                                       "%u changes in it were not sent, and are not sent from here:",
                                       unsent->len),
                             unsent->len);

  return g_strdup_printf ("%s\n\n%s\n%s", kept, warning, names);
}

static void
unsent_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ActApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unsent = act_session_list_unsent_finish (result, &error);
  g_autofree char *body = build_body (unsent);
  ActWindow       *window = act_application_get_window (self);
  GtkWidget       *dialog = NULL;

  if (unsent == NULL)
    g_info ("What was not sent cannot be read: %s", error->message);
  if (window == NULL)
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Start with a New Store?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("Cancel"),
                                    "start", _ ("Start with a New Store"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "start",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Asks, and names what was not sent. */
void
act_application_start_anew (ActApplication *self)
{
  if (self->launch == NULL || self->launch->connection == NULL || self->opening != NULL ||
      self->session != NULL)
    return;

  act_session_list_unsent_async (self->launch->connection, self->launch->directory, NULL,
                                 unsent_listed_cb, g_object_ref (self));
}
