/* Asks for a secret that the keyring does not give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-secret-dialog.h"

#include "act-connection-field-text.h"
#include "act-connection-outcome.h"
#include "act-keep-secret-dialog.h"
#include "act-paste-catcher.h"
#include "act-safe-text.h"
#include "act-secret-row.h"

#include <glib/gi18n.h>

struct _ActSecretDialog
{
  AdwWindow parent_instance;

  ActConnections     *connections; /* (owned) */
  ActConnectionEntry *entry;       /* (owned) */
  ActPasteCatcher    *catcher;     /* (owned) */
  GCancellable       *cancellable; /* (owned) */

  GtkWidget            *form;
  ActConnectionOutcome *outcome;
  GtkLabel             *explanation;
  AdwActionRow         *key_row;
  ActSecretRow         *secret;
  GtkWidget            *again_button;
  GtkButton            *use_button;
};

G_DEFINE_FINAL_TYPE (ActSecretDialog, act_secret_dialog, ADW_TYPE_WINDOW)

static void keep (ActSecretDialog *self,
                  gboolean         only_this_session);

/* A keyring that is there and open takes what it does not have. */
static gboolean
can_be_kept (ActSecretDialog *self)
{
  ActSecretPlace place = act_connection_entry_get_secret_place (self->entry);

  return place != ACT_SECRET_PLACE_LOCKED && place != ACT_SECRET_PLACE_NO_KEYRING;
}

/* Whoever waited goes on where they were. */
static void
set_keeping (ActSecretDialog *self,
             gboolean         is_keeping)
{
  gtk_widget_set_sensitive (self->form, !is_keeping);
  gtk_widget_set_sensitive (GTK_WIDGET (self->use_button), !is_keeping);
  if (!is_keeping)
    gtk_widget_grab_focus (GTK_WIDGET (self->secret));
}

static void
keep_secret_response_cb (AdwMessageDialog *dialog,
                         const char       *response,
                         ActSecretDialog  *self)
{
  if (g_str_equal (response, ACT_KEEP_SECRET_TRY_AGAIN))
    keep (self, FALSE);
  else if (g_str_equal (response, ACT_KEEP_SECRET_THIS_SESSION))
    keep (self, TRUE);
}

static void
ask_without_keyring (ActSecretDialog *self,
                     const GError    *error)
{
  GtkWidget *dialog = act_keep_secret_dialog_new (GTK_WINDOW (self), error);

  g_signal_connect_object (dialog, "response", G_CALLBACK (keep_secret_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  ActSecretDialog *self = NULL;
  gboolean         kept = FALSE;

  kept = act_connections_set_key_finish (ACT_CONNECTIONS (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_SECRET_DIALOG (user_data);
  if (kept)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  set_keeping (self, FALSE);
  act_connection_outcome_hide (self->outcome);
  if (act_keep_secret_dialog_can_help (error))
    ask_without_keyring (self, error);
  else
    act_connection_outcome_show_error (self->outcome, error);
}

static void
keep (ActSecretDialog *self,
      gboolean         only_this_session)
{
  ActConnection *connection = act_connection_entry_get_connection (self->entry);
  const char    *secret = gtk_editable_get_text (act_secret_row_get_entry (self->secret));

  act_connection_outcome_show_testing (self->outcome, _ ("Testing the secret…"));
  set_keeping (self, TRUE);
  act_connections_set_key_async (self->connections, self->entry,
                                 act_connection_get_key_id (connection), secret, only_this_session,
                                 self->cancellable, kept_cb, self);
}

static void
use_cb (ActSecretDialog *self)
{
  if (!gtk_widget_get_sensitive (self->form))
    return;

  if (act_secret_row_check (self->secret))
    keep (self, !can_be_kept (self));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->secret));
}

/* The desktop asks for its password, and the entry says what came of it. */
static void
again_cb (ActSecretDialog *self)
{
  act_connections_unlock (self->connections, self->entry);
}

static void
changed_cb (ActSecretDialog *self)
{
  act_connection_outcome_hide (self->outcome);
}

/* What else is in the block is about another connection, or the same. */
static void
pasted_cb (ActSecretDialog    *self,
           ActConnectionPaste *paste)
{
  if (paste->secret != NULL)
    gtk_editable_set_text (act_secret_row_get_entry (self->secret), paste->secret);
}

static char *
build_explanation (ActSecretDialog *self)
{
  ActConnection   *connection = act_connection_entry_get_connection (self->entry);
  g_autofree char *name = act_safe_text_line (act_connection_get_name (connection));

  switch (act_connection_entry_get_secret_place (self->entry))
    {
    case ACT_SECRET_PLACE_LOCKED:
      /* Translators: %s is what the user calls a connection. */
      return g_strdup_printf (
          _ ("The keyring was not opened, so the secret of “%s” is not known. What you enter here is "
             "kept in memory for this session only: it is asked for again at the next start."),
          name);

    case ACT_SECRET_PLACE_NO_KEYRING:
      /* Translators: %s is what the user calls a connection. */
      return g_strdup_printf (
          _ ("No keyring answers on this computer, so the secret of “%s” is not known. What you enter "
             "here is kept in memory for this session only: it is asked for again at the next start."),
          name);

    case ACT_SECRET_PLACE_UNKNOWN:
    case ACT_SECRET_PLACE_KEYRING:
    case ACT_SECRET_PLACE_THIS_SESSION:
    case ACT_SECRET_PLACE_NOWHERE:
    default:
      /* Translators: %s is what the user calls a connection. */
      return g_strdup_printf (
          _ ("The keyring does not have the secret of “%s”. What you enter here is kept in it."), name);
    }
}

static void
update (ActSecretDialog *self)
{
  ActConnection   *connection = act_connection_entry_get_connection (self->entry);
  g_autofree char *explanation = build_explanation (self);
  g_autofree char *key_id = act_safe_text_line (act_connection_get_key_id (connection));
  gboolean         kept = can_be_kept (self);

  gtk_label_set_text (self->explanation, explanation);
  adw_action_row_set_subtitle (self->key_row, key_id);
  gtk_widget_set_visible (self->again_button, !kept);
  gtk_button_set_label (self->use_button, kept ? _ ("Keep and Use") : _ ("Use This Session"));
}

static void
place_changed_cb (ActSecretDialog *self)
{
  ActSecretPlace place = act_connection_entry_get_secret_place (self->entry);

  /* What is being kept closes the dialog itself. */
  if (place == ACT_SECRET_PLACE_KEYRING && gtk_widget_get_sensitive (self->form))
    gtk_window_close (GTK_WINDOW (self));
  else
    update (self);
}

/* A focus that is set before the window is there makes GTK 4.8 hide the window from assistive
 * technology. */
static void
act_secret_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_secret_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (ACT_SECRET_DIALOG (widget)->secret));
}

static void
act_secret_dialog_dispose (GObject *object)
{
  ActSecretDialog *self = ACT_SECRET_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The entry overwrites what it held. */
  if (self->secret != NULL)
    gtk_editable_set_text (act_secret_row_get_entry (self->secret), "");
  g_clear_object (&self->catcher);
  g_clear_object (&self->entry);
  g_clear_object (&self->connections);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_SECRET_DIALOG);

  G_OBJECT_CLASS (act_secret_dialog_parent_class)->dispose (object);
}

static void
act_secret_dialog_class_init (ActSecretDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_secret_dialog_dispose;
  widget_class->map = act_secret_dialog_map;

  g_type_ensure (ACT_TYPE_CONNECTION_OUTCOME);
  g_type_ensure (ACT_TYPE_SECRET_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-secret-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActSecretDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, ActSecretDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, ActSecretDialog, form);
  gtk_widget_class_bind_template_child (widget_class, ActSecretDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, ActSecretDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ActSecretDialog, secret);
  gtk_widget_class_bind_template_child (widget_class, ActSecretDialog, use_button);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_secret_dialog_init (ActSecretDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->catcher = act_paste_catcher_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  act_secret_row_set_check (self->secret, act_connection_field_text_secret);
  act_paste_catcher_watch (self->catcher, act_secret_row_get_entry (self->secret));
  g_signal_connect_object (self->catcher, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
}

/**
 * act_secret_dialog_present:
 * @parent: (nullable): a widget of the window that it belongs to
 * @connections: the list that the connection is in
 * @entry: the connection whose secret is not known
 *
 * Asks for the secret of its key.
 */
void
act_secret_dialog_present (GtkWidget          *parent,
                           ActConnections     *connections,
                           ActConnectionEntry *entry)
{
  ActSecretDialog *self = NULL;
  GtkRoot         *root = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WIDGET (parent));
  g_return_if_fail (ACT_IS_CONNECTIONS (connections));
  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (entry));

  root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  self = g_object_new (ACT_TYPE_SECRET_DIALOG, "transient-for", root, NULL);
  self->connections = g_object_ref (connections);
  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "notify::secret-place", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
