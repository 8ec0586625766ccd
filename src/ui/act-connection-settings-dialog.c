/* What can be set for one connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-settings-dialog.h"

#include "act-authority-row.h"
#include "act-colour-dot.h"
#include "act-connection-colour-text.h"
#include "act-connection-field-text.h"
#include "act-connection-name.h"
#include "act-entry-row.h"
#include "act-fact-row.h"
#include "act-mark-call.h"
#include "act-problem-box.h"
#include "act-update-key-dialog.h"

#include <glib/gi18n.h>

struct _ActConnectionSettingsDialog
{
  AdwWindow parent_instance;

  ActConnections     *connections; /* (owned) */
  ActConnectionEntry *entry;       /* (owned) */

  ActProblemBox   *problem;
  ActEntryRow     *name;
  AdwComboRow     *colour;
  ActColourDot    *dot;
  ActFactRow      *organisation;
  ActFactRow      *base_url;
  ActFactRow      *key_id;
  ActAuthorityRow *authority;
  GtkSpinButton   *refresh_minutes;
  GtkSpinButton   *request_ceiling;
  GtkSwitch       *notify;
  AdwComboRow     *mark_method;
  ActEntryRow     *mark_path;
  GtkWidget       *usual_call;
  ActEntryRow     *console;
};

G_DEFINE_FINAL_TYPE (ActConnectionSettingsDialog, act_connection_settings_dialog, ADW_TYPE_WINDOW)

/* In the order of the rows that the list drops down. */
static const char *const methods[] = { "PUT", "POST", "PATCH" };

static const char *
get_method (ActConnectionSettingsDialog *self)
{
  guint position = adw_combo_row_get_selected (self->mark_method);

  return position < G_N_ELEMENTS (methods) ? methods[position] : methods[0];
}

static void
choose_method (ActConnectionSettingsDialog *self,
               const char                  *method)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (g_str_equal (methods[i], method))
        adw_combo_row_set_selected (self->mark_method, i);
    }
}

static void
list_colours (ActConnectionSettingsDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < ACT_N_CONNECTION_COLOURS; i++)
    gtk_string_list_append (names, act_connection_colour_text ((ActConnectionColour) i));

  adw_combo_row_set_model (self->colour, G_LIST_MODEL (names));
}

static void
list_methods (ActConnectionSettingsDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    gtk_string_list_append (names, methods[i]);

  adw_combo_row_set_model (self->mark_method, G_LIST_MODEL (names));
}

static char *
dup_text (ActEntryRow *row)
{
  return g_strstrip (g_strdup (act_entry_row_get_text (row)));
}

static void
colour_cb (ActConnectionSettingsDialog *self)
{
  guint position = adw_combo_row_get_selected (self->colour);

  if (position < ACT_N_CONNECTION_COLOURS)
    act_colour_dot_set_colour (self->dot, (ActConnectionColour) position);
}

static void
update_usual_call (ActConnectionSettingsDialog *self)
{
  g_autofree char *path = dup_text (self->mark_path);

  gtk_widget_set_sensitive (self->usual_call, !g_str_equal (path, ACT_MARK_CALL_PATH) ||
                                                  !g_str_equal (get_method (self), ACT_MARK_CALL_METHOD));
}

static void
mark_call_cb (ActConnectionSettingsDialog *self)
{
  if (act_entry_row_is_wrong (self->mark_path))
    act_entry_row_set_problem (self->mark_path, NULL);

  update_usual_call (self);
}

static void
usual_call_cb (ActConnectionSettingsDialog *self)
{
  choose_method (self, ACT_MARK_CALL_METHOD);
  act_entry_row_set_text (self->mark_path, ACT_MARK_CALL_PATH);
  act_entry_row_focus (self->mark_path);
}

static void
update_key_cb (ActConnectionSettingsDialog *self)
{
  act_update_key_dialog_present (GTK_WIDGET (self), self->connections, self->entry);
}

static void
show_connection (ActConnectionSettingsDialog *self)
{
  ActConnection *connection = act_connection_entry_get_connection (self->entry);

  act_entry_row_set_text (self->name, act_connection_get_name (connection));
  adw_combo_row_set_selected (self->colour, act_connection_get_colour (connection));
  act_authority_row_set_pem (self->authority, act_connection_get_authority (connection));
  gtk_spin_button_set_value (self->refresh_minutes, act_connection_get_refresh_minutes (connection));
  gtk_spin_button_set_value (self->request_ceiling, act_connection_get_request_ceiling (connection));
  gtk_switch_set_active (self->notify, act_connection_get_notify (connection));
  choose_method (self, act_connection_get_mark_method (connection));
  act_entry_row_set_text (self->mark_path, act_connection_get_mark_path (connection));
  act_entry_row_set_text (self->console, act_connection_get_console_address (connection));
  update_usual_call (self);
}

/* The key changes in a dialog of its own, while this one is there. */
static void
show_facts (ActConnectionSettingsDialog *self)
{
  ActConnection *connection = act_connection_entry_get_connection (self->entry);

  act_fact_row_set_value (self->organisation, NULL, act_connection_get_organisation_id (connection));
  act_fact_row_set_value (self->base_url, NULL, act_connection_get_base_url (connection));
  act_fact_row_set_value (self->key_id, NULL, act_connection_get_key_id (connection));
}

static gboolean
check (ActConnectionSettingsDialog *self)
{
  const char *problem = act_connection_field_text_mark_call (get_method (self),
                                                             act_entry_row_get_text (self->mark_path));
  gboolean    name_is_right = act_entry_row_check (self->name);
  gboolean    console_is_right = act_entry_row_check (self->console);

  act_entry_row_set_problem (self->mark_path, problem);
  if (!name_is_right)
    act_entry_row_focus (self->name);
  else if (problem != NULL)
    act_entry_row_focus (self->mark_path);
  else if (!console_is_right)
    act_entry_row_focus (self->console);

  return name_is_right && console_is_right && problem == NULL;
}

static void
replace_text (char **place,
              char  *text)
{
  g_free (*place);
  *place = text;
}

static ActConnection *
make_connection (ActConnectionSettingsDialog *self,
                 GError                     **error)
{
  ActConnection *connection = act_connection_entry_get_connection (self->entry);
  g_autoptr (ActConnectionSettings) settings = act_connection_dup_settings (connection);

  replace_text (&settings->name, dup_text (self->name));
  replace_text (&settings->authority, g_strdup (act_authority_row_get_pem (self->authority)));
  replace_text (&settings->mark_method, g_strdup (get_method (self)));
  replace_text (&settings->mark_path, dup_text (self->mark_path));
  replace_text (&settings->console_address, dup_text (self->console));
  if (*settings->console_address == '\0')
    g_clear_pointer (&settings->console_address, g_free);
  settings->colour = (ActConnectionColour) adw_combo_row_get_selected (self->colour);
  settings->refresh_minutes = (guint) gtk_spin_button_get_value_as_int (self->refresh_minutes);
  settings->request_ceiling = (guint) gtk_spin_button_get_value_as_int (self->request_ceiling);
  settings->notify = gtk_switch_get_active (self->notify);

  return act_connection_copy_with_settings (connection, settings, error);
}

static void
save_cb (ActConnectionSettingsDialog *self)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  /* What was typed into them last counts, too. */
  gtk_spin_button_update (self->refresh_minutes);
  gtk_spin_button_update (self->request_ceiling);
  if (!check (self))
    return;

  connection = make_connection (self, &error);
  if (connection != NULL)
    problem = act_connection_name_dup_problem (G_LIST_MODEL (self->connections), connection);
  if (problem != NULL)
    {
      act_entry_row_set_problem (self->name, problem);
      act_entry_row_focus (self->name);
      return;
    }

  if (connection == NULL || !act_connections_edit (self->connections, self->entry, connection, &error))
    {
      act_problem_box_show_error (self->problem, error);
      return;
    }

  gtk_window_destroy (GTK_WINDOW (self));
}

/* A focus that is set before the window is there makes GTK 4.8 hide the window from assistive
 * technology. */
static void
act_connection_settings_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_connection_settings_dialog_parent_class)->map (widget);
  act_entry_row_focus (ACT_CONNECTION_SETTINGS_DIALOG (widget)->name);
}

static void
act_connection_settings_dialog_dispose (GObject *object)
{
  ActConnectionSettingsDialog *self = ACT_CONNECTION_SETTINGS_DIALOG (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->connections);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CONNECTION_SETTINGS_DIALOG);

  G_OBJECT_CLASS (act_connection_settings_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, authority);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, base_url);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, colour);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, console);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, dot);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, key_id);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, mark_method);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, mark_path);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, notify);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, refresh_minutes);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, request_ceiling);
  gtk_widget_class_bind_template_child (widget_class, ActConnectionSettingsDialog, usual_call);
}

static void
act_connection_settings_dialog_class_init (ActConnectionSettingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = act_connection_settings_dialog_dispose;
  widget_class->map = act_connection_settings_dialog_map;

  g_type_ensure (ACT_TYPE_AUTHORITY_ROW);
  g_type_ensure (ACT_TYPE_COLOUR_DOT);
  g_type_ensure (ACT_TYPE_ENTRY_ROW);
  g_type_ensure (ACT_TYPE_FACT_ROW);
  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-connection-settings-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, colour_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_call_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, usual_call_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_connection_settings_dialog_init (ActConnectionSettingsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_colours (self);
  list_methods (self);
  act_entry_row_set_check (self->name, act_connection_field_text_name);
  act_entry_row_set_check (self->console, act_connection_field_text_console);
}

/**
 * act_connection_settings_dialog_present:
 * @parent: (nullable): a widget of the window that it belongs to
 * @connections: the list that the connection is in
 * @entry: the connection
 *
 * Shows what can be set for a connection. Its server and its organisation stay as they are, since its
 * store is theirs.
 */
void
act_connection_settings_dialog_present (GtkWidget          *parent,
                                        ActConnections     *connections,
                                        ActConnectionEntry *entry)
{
  ActConnectionSettingsDialog *self = NULL;
  GtkRoot                     *root = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WIDGET (parent));
  g_return_if_fail (ACT_IS_CONNECTIONS (connections));
  g_return_if_fail (ACT_IS_CONNECTION_ENTRY (entry));

  root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  self = g_object_new (ACT_TYPE_CONNECTION_SETTINGS_DIALOG, "transient-for", root, NULL);
  self->connections = g_object_ref (connections);
  self->entry = g_object_ref (entry);
  show_connection (self);
  show_facts (self);
  g_signal_connect_object (entry, "notify::connection", G_CALLBACK (show_facts), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
