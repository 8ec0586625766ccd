/* Asks before a connection is removed, and names what is lost with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-remove-connection-dialog.h"

#include "act-check-button.h"
#include "act-loss-text.h"
#include "act-safe-text.h"
#include "act-session-changes.h"
#include "act-session-pending.h"

#include <glib/gi18n.h>

struct _ActRemoveConnectionDialog
{
  AdwMessageDialog parent_instance;

  ActConnectionEntry *entry;       /* (owned) */
  GSignalGroup       *signals;     /* (owned): of what the session has */
  GCancellable       *cancellable; /* (owned) */
  GPtrArray          *groups;      /* (owned) (nullable): marks, once they are known */
  guint               n_unsent;    /* as they were last told */
  gboolean            is_known;    /* whether it is known what was not sent */

  GtkLabel       *events;
  GtkWidget      *unsent_box;
  GtkLabel       *unsent_heading;
  GtkLabel       *unsent;
  GtkCheckButton *confirm;
};

G_DEFINE_FINAL_TYPE (ActRemoveConnectionDialog, act_remove_connection_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_unsent (ActRemoveConnectionDialog *self);

static void
update_remove (ActRemoveConnectionDialog *self)
{
  gboolean must_be_confirmed = gtk_widget_get_visible (self->unsent_box);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "remove",
                                           self->is_known && (!must_be_confirmed ||
                                                              gtk_check_button_get_active (self->confirm)));
}

/* What was confirmed is what was told then. */
static void
show_unsent (ActRemoveConnectionDialog *self,
             const char                *heading,
             const char                *lines,
             guint                      n_unsent)
{
  if (n_unsent != self->n_unsent)
    gtk_check_button_set_active (self->confirm, FALSE);

  self->n_unsent = n_unsent;
  self->is_known = TRUE;
  gtk_label_set_text (self->unsent_heading, heading);
  gtk_label_set_text (self->unsent, lines);
  gtk_widget_set_visible (GTK_WIDGET (self->unsent), *lines != '\0');
  gtk_widget_set_visible (self->unsent_box, n_unsent > 0);
  update_remove (self);
}

static void
show_unknown (ActRemoveConnectionDialog *self)
{
  gtk_label_set_text (self->events, _ ("Its events on this computer cannot be read just now."));
  show_unsent (self, _ ("Changes that were not sent may be lost"), "", G_MAXUINT);
}

static void
changes_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char           *heading = NULL;
  g_autofree char           *lines = NULL;
  ActRemoveConnectionDialog *self = NULL;
  guint                      n_unsent = 0;

  changes = act_session_list_changes_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_REMOVE_CONNECTION_DIALOG (user_data);
  if (changes == NULL)
    {
      show_unknown (self);
      return;
    }

  lines = act_loss_text_unsent (self->groups, changes, &n_unsent);
  heading = g_strdup_printf (ngettext ("%u change that the server does not have will be lost",
                                       "%u changes that the server does not have will be lost", n_unsent),
                             n_unsent);
  show_unsent (self, heading, lines, n_unsent);
}

static void
groups_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  ActRemoveConnectionDialog *self = NULL;

  groups = act_session_list_pending_groups_finish (ACT_SESSION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ACT_REMOVE_CONNECTION_DIALOG (user_data);
  if (groups == NULL)
    {
      show_unknown (self);
      return;
    }

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  act_session_list_changes_async (ACT_SESSION (source), self->cancellable, changes_listed_cb, self);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActCounts) counts = act_session_count_finish (ACT_SESSION (source), result, &error);
  g_autofree char *words = NULL;

  if (counts == NULL)
    return;

  words = act_loss_text_events (counts);
  gtk_label_set_text (ACT_REMOVE_CONNECTION_DIALOG (user_data)->events, words);
}

/* Whatever is sent or marked while somebody reads, the dialog tells what would be lost now. */
static void
list_unsent (ActRemoveConnectionDialog *self)
{
  ActSession *session = act_connection_entry_get_session (self->entry);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (session == NULL)
    {
      show_unknown (self);
      return;
    }

  act_session_count_async (session, self->cancellable, counted_cb, self);
  act_session_list_pending_groups_async (session, self->cancellable, groups_listed_cb, self);
}

static void
confirm_toggled_cb (ActRemoveConnectionDialog *self)
{
  update_remove (self);
}

static void
act_remove_connection_dialog_response (AdwMessageDialog *dialog,
                                       const char       *response)
{
  if (g_str_equal (response, "remove"))
    g_signal_emit (dialog, signals[SIGNAL_CONFIRMED], 0);
}

static void
act_remove_connection_dialog_dispose (GObject *object)
{
  ActRemoveConnectionDialog *self = ACT_REMOVE_CONNECTION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->signals);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_REMOVE_CONNECTION_DIALOG);

  G_OBJECT_CLASS (act_remove_connection_dialog_parent_class)->dispose (object);
}

static void
act_remove_connection_dialog_finalize (GObject *object)
{
  g_clear_pointer (&ACT_REMOVE_CONNECTION_DIALOG (object)->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (act_remove_connection_dialog_parent_class)->finalize (object);
}

static void
act_remove_connection_dialog_class_init (ActRemoveConnectionDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_remove_connection_dialog_dispose;
  object_class->finalize = act_remove_connection_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = act_remove_connection_dialog_response;

  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACT_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-remove-connection-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActRemoveConnectionDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, ActRemoveConnectionDialog, events);
  gtk_widget_class_bind_template_child (widget_class, ActRemoveConnectionDialog, unsent);
  gtk_widget_class_bind_template_child (widget_class, ActRemoveConnectionDialog, unsent_box);
  gtk_widget_class_bind_template_child (widget_class, ActRemoveConnectionDialog, unsent_heading);
  gtk_widget_class_bind_template_callback (widget_class, confirm_toggled_cb);
}

static void
act_remove_connection_dialog_init (ActRemoveConnectionDialog *self)
{
  self->signals = g_signal_group_new (ACT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::counts", G_CALLBACK (list_unsent), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_remove_connection_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @entry: the connection
 *
 * Returns: (transfer none): a dialog that begins to count what is lost
 */
GtkWidget *
act_remove_connection_dialog_new (GtkWindow          *parent,
                                  ActConnectionEntry *entry)
{
  ActRemoveConnectionDialog *self = NULL;
  g_autofree char           *name = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_CONNECTION_ENTRY (entry), NULL);

  self = g_object_new (ACT_TYPE_REMOVE_CONNECTION_DIALOG, "transient-for", parent, NULL);
  self->entry = g_object_ref (entry);
  name = act_safe_text_line (act_connection_get_name (act_connection_entry_get_connection (entry)));
  /* Translators: what the user calls a connection. */
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (self), _ ("Remove “%s”?"), name);
  g_signal_group_set_target (self->signals, act_connection_entry_get_session (entry));
  list_unsent (self);

  return GTK_WIDGET (self);
}
