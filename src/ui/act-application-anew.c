/* Starting with a new store where the old one is of a newer version
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-application-private.h"

#include "act-session-anew.h"
#include "act-unsent-text.h"

#include <glib/gi18n.h>

/* What the dialog asks about. */
typedef struct
{
  ActApplication     *application; /* (owned) */
  ActConnectionEntry *entry;       /* (owned) */
} Anew;

static void
anew_free (Anew *self)
{
  g_object_unref (self->entry);
  g_object_unref (self->application);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Anew, anew_free)

static Anew *
anew_new (ActApplication     *application,
          ActConnectionEntry *entry)
{
  Anew *self = g_new0 (Anew, 1);

  self->application = g_object_ref (application);
  self->entry = g_object_ref (entry);

  return self;
}

static void
free_closure_data (gpointer  data,
                   GClosure *closure)
{
  anew_free (data);
}

static gboolean
is_stuck (ActConnectionEntry *entry)
{
  return act_connection_entry_get_state (entry) == ACT_CONNECTION_FAILED;
}

static void
set_aside_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Anew) anew = user_data;
  ActApplication *self = anew->application;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = act_session_set_aside_finish (result, &error);
  ActWindow       *window = act_application_get_window (self);
  ActReview       *review = window != NULL ? act_window_find_review (window, anew->entry) : NULL;

  if (path != NULL)
    act_application_open (self, anew->entry);
  else if (review != NULL)
    act_review_show_open_error (review, error);

  g_application_release (G_APPLICATION (self));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Anew             *anew)
{
  ActApplication *self = anew->application;

  if (!g_str_equal (response, "start") || !is_stuck (anew->entry))
    return;

  g_application_hold (G_APPLICATION (self));
  act_session_set_aside_async (act_connection_entry_get_connection (anew->entry),
                               act_connections_get_folder (self->connections), NULL, set_aside_cb,
                               anew_new (self, anew->entry));
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
  g_autoptr (Anew) anew = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unsent = act_session_list_unsent_finish (result, &error);
  g_autofree char *body = build_body (unsent);
  ActWindow       *window = act_application_get_window (anew->application);
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
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_steal_pointer (&anew),
                         free_closure_data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Asks, and names what was not sent. */
void
act_application_start_anew (ActApplication *self)
{
  ActConnectionEntry *entry = act_application_get_entry (self);

  if (entry == NULL || !is_stuck (entry))
    return;

  act_session_list_unsent_async (act_connection_entry_get_connection (entry),
                                 act_connections_get_folder (self->connections), NULL,
                                 unsent_listed_cb, anew_new (self, entry));
}
