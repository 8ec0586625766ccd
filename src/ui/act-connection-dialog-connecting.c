/* How a new connection is tested and added
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-dialog-private.h"

#include "act-connection-name.h"
#include "act-keep-secret-dialog.h"

#include <glib/gi18n.h>

static void add (ActConnectionDialog *self,
                 gboolean             only_this_session);

/* What came of it stands at the top of the form, whatever the user was looking at. */
static void
scroll_to_outcome (ActConnectionDialog *self)
{
  gtk_adjustment_set_value (self->scrolled, gtk_adjustment_get_lower (self->scrolled));
}

static void
show_entry (ActConnectionDialog *self,
            ActConnectionEntry  *entry)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "app.show-connection", "s",
                                act_connection_get_id (act_connection_entry_get_connection (entry)));

  gtk_window_destroy (GTK_WINDOW (self));
}

/* Whoever waited goes on where they were. */
static void
set_adding (ActConnectionDialog *self,
            gboolean             is_adding)
{
  self->is_adding = is_adding;
  gtk_widget_set_sensitive (self->form, !is_adding);
  gtk_widget_set_sensitive (self->connect_button, !is_adding);
  if (!is_adding)
    gtk_widget_grab_focus (self->connect_button);
}

static void
keep_secret_response_cb (AdwMessageDialog    *dialog,
                         const char          *response,
                         ActConnectionDialog *self)
{
  if (g_str_equal (response, ACT_KEEP_SECRET_TRY_AGAIN))
    add (self, FALSE);
  else if (g_str_equal (response, ACT_KEEP_SECRET_THIS_SESSION))
    add (self, TRUE);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  ActConnectionEntry  *entry = NULL;
  ActConnectionDialog *self = NULL;
  GtkWidget           *dialog = NULL;

  entry = act_connections_add_finish (ACT_CONNECTIONS (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_CONNECTION_DIALOG (user_data);
  set_adding (self, FALSE);
  act_connection_outcome_hide (self->outcome);
  if (entry != NULL)
    {
      show_entry (self, entry);
      return;
    }

  if (!act_keep_secret_dialog_can_help (error))
    {
      act_connection_outcome_show_error (self->outcome, error);
      scroll_to_outcome (self);
      return;
    }

  dialog = act_keep_secret_dialog_new (GTK_WINDOW (self), error);
  g_signal_connect_object (dialog, "response", G_CALLBACK (keep_secret_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add (ActConnectionDialog *self,
     gboolean             only_this_session)
{
  act_connection_outcome_show_testing (self->outcome, _ ("Adding the connection…"));
  set_adding (self, TRUE);
  act_connections_add_async (self->connections, act_connection_trial_get_connection (self->trial),
                             act_key_form_get_secret (self->key_form), only_this_session,
                             self->cancellable, added_cb, self);
}

/* One organisation of one server is one connection, whatever key it has. */
static gboolean
show_existing (ActConnectionDialog *self,
               ActConnection       *connection)
{
  ActConnectionEntry *entry = act_connections_find (self->connections,
                                                    act_connection_get_id (connection));
  g_autofree char    *words = NULL;

  if (entry == NULL)
    return FALSE;

  g_set_object (&self->existing, entry);
  connection = act_connection_entry_get_connection (entry);
  /* Translators: what the user calls a connection. */
  words = g_strdup_printf (_ ("It is called “%s”. If it needs a new key, choose Update Key in Manage "
                              "Connections."),
                           act_connection_get_name (connection));
  act_connection_outcome_show (self->outcome, _ ("This organisation is connected already"), words,
                               _ ("Show It"));
  scroll_to_outcome (self);

  return TRUE;
}

/* Two of one name could not be told apart where it matters. */
static gboolean
show_name_problem (ActConnectionDialog *self,
                   ActConnection       *connection)
{
  g_autofree char *problem = act_connection_name_dup_problem (G_LIST_MODEL (self->connections), connection);

  if (problem == NULL)
    return FALSE;

  act_entry_row_set_problem (self->name, problem);
  act_entry_row_focus (self->name);
  return TRUE;
}

/* Tests what is entered, and adds it when it works and @keep is set. */
void
act_connection_dialog_start (ActConnectionDialog *self,
                             gboolean             keep)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_adding || !act_connection_dialog_check (self))
    return;

  act_connection_dialog_forget_test (self);
  self->keep = keep;
  connection = act_connection_dialog_make_connection (self, &error);
  if (connection == NULL)
    act_connection_outcome_show_error (self->outcome, error);
  else if (!show_existing (self, connection) && !show_name_problem (self, connection))
    act_connection_trial_start (self->trial, connection, act_key_form_get_secret (self->key_form), keep);

  scroll_to_outcome (self);
}

/* A test has come to its end. */
void
act_connection_dialog_finish_test (ActConnectionDialog *self,
                                   gboolean             passed)
{
  if (passed)
    add (self, FALSE);
  else
    scroll_to_outcome (self);
}

/* Does what the button below the outcome says. */
void
act_connection_dialog_accept_offer (ActConnectionDialog *self)
{
  const ActConnectionReport *report = act_connection_trial_get_report (self->trial);
  g_autofree char           *organisation_id = NULL;

  if (self->existing != NULL)
    {
      show_entry (self, self->existing);
    }
  else if (report != NULL && report->verdict == ACT_CONNECTION_OTHER_ORGANISATION)
    {
      organisation_id = g_strdup (report->organisation_id);
      act_entry_row_set_text (self->organisation, organisation_id);
      act_connection_dialog_start (self, self->keep);
    }
  else if (report != NULL)
    {
      add (self, FALSE);
    }
}

/* What was found is about what was entered then. */
void
act_connection_dialog_forget_test (ActConnectionDialog *self)
{
  if (self->is_adding || self->trial == NULL)
    return;

  g_clear_object (&self->existing);
  act_connection_trial_forget (self->trial);
}
