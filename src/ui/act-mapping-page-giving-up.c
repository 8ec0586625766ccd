/* Gives up a mapping that waited for the server and was refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-mapping-page-private.h"

#include "act-page.h"
#include "act-safe-text.h"
#include "act-session-changes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
given_up_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean        given_up = act_session_discard_change_finish (ACT_SESSION (source), result, &error);
  ActMappingPage *self = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_MAPPING_PAGE (user_data);
  if (given_up)
    act_page_close (ACT_PAGE (self));
  else
    act_problem_box_show_error (self->problem, error);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             ActMappingPage   *self)
{
  if (g_str_equal (response, "give-up") && self->change_id != 0 && !self->is_busy)
    act_session_discard_change_async (self->session, self->change_id, self->cancellable,
                                      given_up_cb, self);
}

/* Asks, and forgets the change that the form was opened with. */
void
act_mapping_page_ask_to_give_up (ActMappingPage *self)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *id = act_safe_text_id (self->subject->external_id);
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Give Up This Mapping?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s is the id of a record in another system */
                                  _ ("The mapping to %s was not created, and will not be sent again."), id);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "give-up",
                                    _ ("_Give Up"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "give-up",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
