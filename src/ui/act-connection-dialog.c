/* Connects another organisation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-dialog-private.h"

#include "act-connection-field-text.h"
#include "act-connection-help.h"
#include "act-connection-settings-dialog.h"

#include <glib/gi18n.h>

#define DEFAULT_BASE_URL "https://api.m3ter.com"

G_DEFINE_FINAL_TYPE (ActConnectionDialog, act_connection_dialog, ADW_TYPE_WINDOW)

static gboolean
is_helping (ActConnectionDialog *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "help");
}

static void
show_page (ActConnectionDialog *self,
           const char          *name)
{
  gboolean is_form = g_str_equal (name, "form");

  gtk_widget_set_visible (self->back_button, !is_form);
  gtk_window_set_title (GTK_WINDOW (self),
                        is_form ? _ ("New Connection") : _ ("Where to Find These"));

  /* The stack would pass the focus on to the first text of the help, and select it. */
  if (!is_form)
    gtk_widget_grab_focus (self->back_button);
  gtk_stack_set_visible_child_name (self->stack, name);
  if (is_form)
    gtk_widget_grab_focus (GTK_WIDGET (self->key_form));

  gtk_widget_set_visible (self->cancel_button, is_form);
  gtk_widget_set_visible (self->connect_button, is_form);
}

/* The colour that the fewest other connections have. */
static ActConnectionColour
choose_colour (ActConnectionDialog *self)
{
  guint               n_used[ACT_N_CONNECTION_COLOURS] = { 0 };
  ActConnectionColour best = 0;
  guint               n_items = g_list_model_get_n_items (G_LIST_MODEL (self->connections));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ActConnectionEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->connections), i);

      n_used[act_connection_get_colour (act_connection_entry_get_connection (entry))]++;
    }

  for (guint i = 0; i < ACT_N_CONNECTION_COLOURS; i++)
    {
      if (n_used[i] < n_used[best])
        best = (ActConnectionColour) i;
    }

  return best;
}

static void
changed_cb (ActConnectionDialog *self)
{
  act_connection_dialog_forget_test (self);
}

static void
submit_cb (ActConnectionDialog *self)
{
  act_connection_dialog_start (self, TRUE);
}

static void
finished_cb (ActConnectionDialog *self,
             gboolean             passed)
{
  act_connection_dialog_finish_test (self, passed);
}

static void
test_cb (ActConnectionDialog *self)
{
  act_connection_dialog_start (self, FALSE);
}

static void
accepted_cb (ActConnectionDialog *self)
{
  act_connection_dialog_accept_offer (self);
}

static void
help_cb (ActConnectionDialog *self)
{
  show_page (self, "help");
}

static void
back_cb (ActConnectionDialog *self)
{
  show_page (self, "form");
}

static void
pasted_cb (ActConnectionDialog *self,
           ActConnectionPaste  *paste)
{
  if (paste->organisation_id != NULL)
    act_entry_row_set_text (self->organisation, paste->organisation_id);
  if (paste->base_url != NULL)
    act_entry_row_set_text (self->base_url, paste->base_url);
  act_key_form_fill (self->key_form, paste->key_id, paste->secret);
}

/* Elsewhere than in an entry. */
static void
paste_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ActConnectionDialog *self = ACT_CONNECTION_DIALOG (widget);

  if (!is_helping (self) && !self->is_adding)
    act_paste_catcher_read_clipboard (self->catcher, widget);
}

static void
go_back_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ActConnectionDialog *self = ACT_CONNECTION_DIALOG (widget);

  if (is_helping (self))
    show_page (self, "form");
}

/* Escape leaves the help, and from the form the dialog. */
static void
leave_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ActConnectionDialog *self = ACT_CONNECTION_DIALOG (widget);

  if (is_helping (self))
    show_page (self, "form");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* A focus that is set before the window is there makes GTK 4.8 hide the window from assistive
 * technology. */
static void
act_connection_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_connection_dialog_parent_class)->map (widget);
  act_entry_row_focus (ACT_CONNECTION_DIALOG (widget)->name);
}

static void
act_connection_dialog_dispose (GObject *object)
{
  ActConnectionDialog *self = ACT_CONNECTION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->trial != NULL)
    act_connection_trial_forget (self->trial);
  g_clear_object (&self->trial);
  g_clear_object (&self->catcher);
  g_clear_object (&self->existing);
  g_clear_object (&self->connections);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CONNECTION_DIALOG);

  G_OBJECT_CLASS (act_connection_dialog_parent_class)->dispose (object);
}

static void
act_connection_dialog_class_init (ActConnectionDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_connection_dialog_dispose;
  widget_class->map = act_connection_dialog_map;

  g_type_ensure (ACT_TYPE_AUTHORITY_ROW);
  g_type_ensure (ACT_TYPE_CONNECTION_HELP);
  g_type_ensure (ACT_TYPE_CONNECTION_OUTCOME);
  g_type_ensure (ACT_TYPE_ENTRY_ROW);
  g_type_ensure (ACT_TYPE_KEY_FORM);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, authority);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, base_url);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, connect_button);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, form);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, key_form);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, help_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
  gtk_widget_class_install_action (widget_class, "form.go-back", NULL, go_back_action_cb);
  gtk_widget_class_install_action (widget_class, "form.leave", NULL, leave_action_cb);
  gtk_widget_class_install_action (widget_class, "form.paste", NULL, paste_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "form.go-back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "form.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "form.paste",
                                       NULL);
}

static void
act_connection_dialog_init (ActConnectionDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->catcher = act_paste_catcher_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->catcher, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  act_paste_catcher_watch (self->catcher, act_entry_row_get_editable (self->name));
  act_paste_catcher_watch (self->catcher, act_entry_row_get_editable (self->organisation));
  act_paste_catcher_watch (self->catcher, act_entry_row_get_editable (self->base_url));
  act_key_form_watch (self->key_form, self->catcher);

  act_entry_row_set_check (self->name, act_connection_field_text_name);
  act_entry_row_set_check (self->organisation, act_connection_field_text_organisation);
  act_entry_row_set_check (self->base_url, act_connection_field_text_base_url);
  act_entry_row_set_text (self->base_url, DEFAULT_BASE_URL);
}

/* Says at the fields what is wrong, and puts the focus into the first of them. */
gboolean
act_connection_dialog_check (ActConnectionDialog *self)
{
  ActEntryRow *const rows[] = { self->base_url, self->organisation, self->name };
  gboolean           is_right = act_key_form_check (self->key_form);

  /* From the last one, so that the focus ends up in the first. */
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (act_entry_row_check (rows[i]))
        continue;

      is_right = FALSE;
      act_entry_row_focus (rows[i]);
    }

  return is_right;
}

ActConnection *
act_connection_dialog_make_connection (ActConnectionDialog *self,
                                       GError             **error)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();

  settings->name = g_strdup (act_entry_row_get_text (self->name));
  settings->base_url = g_strdup (act_entry_row_get_text (self->base_url));
  settings->organisation_id = g_strdup (act_entry_row_get_text (self->organisation));
  settings->key_id = g_strdup (act_key_form_get_key_id (self->key_form));
  settings->colour = choose_colour (self);
  settings->authority = g_strdup (act_authority_row_get_pem (self->authority));

  return act_connection_new_from_settings (settings, error);
}

/**
 * act_connection_dialog_present:
 * @parent: (nullable): a widget of the window that it belongs to
 * @connections: where the connection is added
 * @entry: (nullable): the connection that is to be edited instead, or %NULL for a new one
 *
 * Asks for a new connection, or shows what can be set for one.
 */
void
act_connection_dialog_present (GtkWidget          *parent,
                               ActConnections     *connections,
                               ActConnectionEntry *entry)
{
  ActConnectionDialog *self = NULL;
  GtkRoot             *root = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WIDGET (parent));
  g_return_if_fail (ACT_IS_CONNECTIONS (connections));

  if (entry != NULL)
    {
      act_connection_settings_dialog_present (parent, connections, entry);
      return;
    }

  root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  self = g_object_new (ACT_TYPE_CONNECTION_DIALOG, "transient-for", root, NULL);
  self->connections = g_object_ref (connections);
  self->trial = act_connection_trial_new (self->outcome, connections, TRUE);
  g_signal_connect_object (self->trial, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
