/* Gives a connection another access key
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-update-key-dialog.h"

#include "act-connection-trial.h"
#include "act-keep-secret-dialog.h"
#include "act-key-form.h"

#include <glib/gi18n.h>

struct _ActUpdateKeyDialog
{
  AdwWindow parent_instance;

  ActConnections     *connections; /* (owned) */
  ActConnectionEntry *entry;       /* (owned) */
  ActConnectionTrial *trial;       /* (owned) */
  ActPasteCatcher    *catcher;     /* (owned) */
  GCancellable       *cancellable; /* (owned) */
  gboolean            is_keeping;

  GtkWidget            *update_button;
  GtkWidget            *form;
  ActConnectionOutcome *outcome;
  GtkLabel             *explanation;
  ActKeyForm           *key_form;
};

G_DEFINE_FINAL_TYPE (ActUpdateKeyDialog, act_update_key_dialog, ADW_TYPE_WINDOW)

static void keep (ActUpdateKeyDialog *self,
                  gboolean            only_this_session);

/* Whoever waited goes on where they were. */
static void
set_keeping (ActUpdateKeyDialog *self,
             gboolean            is_keeping)
{
  self->is_keeping = is_keeping;
  gtk_widget_set_sensitive (self->form, !is_keeping);
  gtk_widget_set_sensitive (self->update_button, !is_keeping);
  if (!is_keeping)
    gtk_widget_grab_focus (self->update_button);
}

static void
keep_secret_response_cb (AdwMessageDialog   *dialog,
                         const char         *response,
                         ActUpdateKeyDialog *self)
{
  if (g_str_equal (response, ACT_KEEP_SECRET_TRY_AGAIN))
    keep (self, FALSE);
  else if (g_str_equal (response, ACT_KEEP_SECRET_THIS_SESSION))
    keep (self, TRUE);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean            kept = FALSE;
  ActUpdateKeyDialog *self = NULL;
  GtkWidget          *dialog = NULL;

  kept = act_connections_set_key_finish (ACT_CONNECTIONS (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_UPDATE_KEY_DIALOG (user_data);
  set_keeping (self, FALSE);
  act_connection_outcome_hide (self->outcome);
  if (kept)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (!act_keep_secret_dialog_can_help (error))
    {
      act_connection_outcome_show_error (self->outcome, error);
      return;
    }

  dialog = act_keep_secret_dialog_new (GTK_WINDOW (self), error);
  g_signal_connect_object (dialog, "response", G_CALLBACK (keep_secret_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keep (ActUpdateKeyDialog *self,
      gboolean            only_this_session)
{
  ActConnection *connection = act_connection_trial_get_connection (self->trial);

  act_connection_outcome_show_testing (self->outcome, _ ("Keeping the key…"));
  set_keeping (self, TRUE);
  act_connections_set_key_async (self->connections, self->entry, act_connection_get_key_id (connection),
                                 act_key_form_get_secret (self->key_form), only_this_session,
                                 self->cancellable, kept_cb, self);
}

static ActConnection *
make_connection (ActUpdateKeyDialog *self,
                 GError            **error)
{
  ActConnection *connection = act_connection_entry_get_connection (self->entry);
  g_autoptr (ActConnectionSettings) settings = act_connection_dup_settings (connection);

  g_free (settings->key_id);
  settings->key_id = g_strdup (act_key_form_get_key_id (self->key_form));

  return act_connection_copy_with_settings (connection, settings, error);
}

static void
update_cb (ActUpdateKeyDialog *self)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_keeping || !act_key_form_check (self->key_form))
    return;

  connection = make_connection (self, &error);
  if (connection == NULL)
    act_connection_outcome_show_error (self->outcome, error);
  else
    act_connection_trial_start (self->trial, connection, act_key_form_get_secret (self->key_form), TRUE);
}

static void
finished_cb (ActUpdateKeyDialog *self,
             gboolean            passed)
{
  if (passed)
    keep (self, FALSE);
}

static void
accepted_cb (ActUpdateKeyDialog *self)
{
  keep (self, FALSE);
}

static void
changed_cb (ActUpdateKeyDialog *self)
{
  if (self->trial != NULL && !self->is_keeping)
    act_connection_trial_forget (self->trial);
}

/* What else is in the block is about another connection, or the same. */
static void
pasted_cb (ActUpdateKeyDialog *self,
           ActConnectionPaste *paste)
{
  act_key_form_fill (self->key_form, paste->key_id, paste->secret);
}

/* Elsewhere than in an entry. */
static void
paste_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ActUpdateKeyDialog *self = ACT_UPDATE_KEY_DIALOG (widget);

  if (!self->is_keeping)
    act_paste_catcher_read_clipboard (self->catcher, widget);
}

static void
explain (ActUpdateKeyDialog *self)
{
  ActConnection   *connection = act_connection_entry_get_connection (self->entry);
  g_autofree char *text = NULL;

  /* Translators: what the user calls a connection. */
  text = g_strdup_printf (_ ("Enter a key of the organisation of “%s”, of the same service user or of another. "
                             "Changes that wait are sent as soon as it works."),
                          act_connection_get_name (connection));
  gtk_label_set_text (self->explanation, text);
}

/* A focus that is set before the window is there makes GTK 4.8 hide the window from assistive
 * technology. */
static void
act_update_key_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_update_key_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (ACT_UPDATE_KEY_DIALOG (widget)->key_form));
}

static void
act_update_key_dialog_dispose (GObject *object)
{
  ActUpdateKeyDialog *self = ACT_UPDATE_KEY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->trial != NULL)
    act_connection_trial_forget (self->trial);
  g_clear_object (&self->trial);
  g_clear_object (&self->catcher);
  g_clear_object (&self->entry);
  g_clear_object (&self->connections);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_UPDATE_KEY_DIALOG);

  G_OBJECT_CLASS (act_update_key_dialog_parent_class)->dispose (object);
}

static void
act_update_key_dialog_class_init (ActUpdateKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_update_key_dialog_dispose;
  widget_class->map = act_update_key_dialog_map;

  g_type_ensure (ACT_TYPE_CONNECTION_OUTCOME);
  g_type_ensure (ACT_TYPE_KEY_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-update-key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActUpdateKeyDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, ActUpdateKeyDialog, form);
  gtk_widget_class_bind_template_child (widget_class, ActUpdateKeyDialog, key_form);
  gtk_widget_class_bind_template_child (widget_class, ActUpdateKeyDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ActUpdateKeyDialog, update_button);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_install_action (widget_class, "form.paste", NULL, paste_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "form.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "form.paste",
                                       NULL);
}

static void
act_update_key_dialog_init (ActUpdateKeyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->catcher = act_paste_catcher_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->catcher, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  act_key_form_watch (self->key_form, self->catcher);
}

/**
 * act_update_key_dialog_present:
 * @parent: (nullable): a widget of the window that it belongs to
 * @connections: the list that the connection is in
 * @entry: the connection that needs another key
 *
 * Asks for another key.
 */
void
act_update_key_dialog_present (GtkWidget          *parent,
                               ActConnections     *connections,
                               ActConnectionEntry *entry)
{
  ActUpdateKeyDialog *self = NULL;
  GtkRoot            *root = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WIDGET (parent));
  g_return_if_fail (ACT_IS_CONNECTIONS (connections));
  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (entry));

  root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  self = g_object_new (ACT_TYPE_UPDATE_KEY_DIALOG, "transient-for", root, NULL);
  self->connections = g_object_ref (connections);
  self->entry = g_object_ref (entry);
  self->trial = act_connection_trial_new (self->outcome, connections, FALSE);
  g_signal_connect_object (self->trial, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  explain (self);
  act_key_form_fill (self->key_form,
                     act_connection_get_key_id (act_connection_entry_get_connection (entry)), NULL);
  gtk_window_present (GTK_WINDOW (self));
}
