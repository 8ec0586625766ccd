/* Says what went wrong, and lets it be copied
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-error-dialog.h"

#include "act-error-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             char             *whole)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), whole);
}

static void
free_text (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/**
 * act_error_dialog_show:
 * @parent: the window that it happened in
 * @error: what happened
 *
 * Shows a dialog with the error's title, cause, advice and detail.
 */
void
act_error_dialog_show (GtkWindow    *parent,
                       const GError *error)
{
  g_autoptr (ActErrorText) text = act_error_text_new (error);
  g_autoptr (GString) body = g_string_new (text->cause);
  GtkWidget *dialog = adw_message_dialog_new (parent, text->title, NULL);

  if (text->advice != NULL && *text->advice != '\0')
    g_string_append_printf (body, "\n\n%s", text->advice);

  if (text->detail != NULL && *text->detail != '\0')
    g_string_append_printf (body, "\n\n%s", text->detail);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "copy", _ ("Copy"),
                                    "close", _ ("Close"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         act_error_text_to_string (text), free_text, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
