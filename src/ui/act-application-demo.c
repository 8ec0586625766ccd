/* The demo: how it begins, and begins anew
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"
#include "act-error-dialog.h"

#include <glib/gi18n.h>

static void
show_error (ActApplication *self,
            const GError   *error)
{
  ActWindow *window = act_application_get_window (self);

  if (window != NULL)
    act_error_dialog_show (GTK_WINDOW (window), error);
}

/* Shows the connection that the launch has now. */
static void
show_anew (ActApplication *self)
{
  ActWindow *window = act_application_get_window (self);

  act_application_load_connections (self);
  if (window == NULL)
    return;

  act_application_fill_window (self, window);
  act_application_open_all (self);
}

/* No connection is open. The server of the demo is another one afterwards. */
void
act_application_reset_demo (ActApplication *self)
{
  g_autoptr (GError) error = NULL;

  self->reset_after_close = FALSE;
  if (!self->launch->reset_demo (self->launch, self->launch->demo_data, &error))
    show_error (self, error);

  show_anew (self);
}

static void
reset_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   ActApplication   *self)
{
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (!g_str_equal (response, "reset") || entry == NULL || self->reset_after_close ||
      act_connection_entry_get_state (entry) == ACT_CONNECTION_OPENING ||
      act_connection_entry_get_state (entry) == ACT_CONNECTION_CLOSING)
    return;

  self->reset_after_close = TRUE;
  act_application_close (self, entry);
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
start_demo_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ActApplication *self = ACT_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;

  /* It is offered where there is nothing else to show. */
  if (self->launch == NULL || self->launch->start_demo == NULL || self->known->len > 0)
    return;

  if (!self->launch->start_demo (self->launch, self->launch->demo_data, &error))
    {
      show_error (self, error);
      return;
    }

  act_application_add_demo_actions (self);
  show_anew (self);
}

/* Only the demo can be reset; the menu shows what there is. */
void
act_application_add_demo_actions (ActApplication *self)
{
  static const GActionEntry start[] = {
    { .name = "start-demo", .activate = start_demo_cb },
  };
  static const GActionEntry reset[] = {
    { .name = "reset-demo", .activate = reset_demo_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), start, G_N_ELEMENTS (start), self);
  if (self->launch != NULL && self->launch->is_demo && self->launch->reset_demo != NULL)
    g_action_map_add_action_entries (G_ACTION_MAP (self), reset, G_N_ELEMENTS (reset), self);
}
