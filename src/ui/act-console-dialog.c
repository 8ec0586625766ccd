/* Asks where the Console of a connection is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-console-dialog.h"

#include "act-link.h"
#include "act-problem-box.h"
#include "act-session-console.h"
#include "act-web-address.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ActConsoleDialog
{
  AdwWindow parent_instance;

  ActSession *session; /* (owned) */
  gboolean    open;    /* whether the Console is opened once its address is known */

  GtkWidget     *save_button;
  GtkWidget     *entry;
  GtkLabel      *hint;
  ActProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (ActConsoleDialog, act_console_dialog, ADW_TYPE_WINDOW)

static char *
dup_address (ActConsoleDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* The Console asks for a password, so it is opened over https only. */
static gboolean
is_acceptable (const char *address)
{
  g_autofree char *checked = act_web_address_check (address, NULL);

  return checked != NULL && g_ascii_strncasecmp (checked, "https://", strlen ("https://")) == 0;
}

static void
update (ActConsoleDialog *self)
{
  g_autofree char *address = dup_address (self);
  gboolean         acceptable = is_acceptable (address);
  gboolean         wrong = *address != '\0' && !acceptable;

  gtk_widget_set_sensitive (self->save_button, acceptable);
  gtk_label_set_text (self->hint,
                      wrong ? _ ("The address must begin with https:// and name a server.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), wrong);
  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
save_cb (ActConsoleDialog *self)
{
  g_autofree char *address = dup_address (self);
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (!is_acceptable (address))
    return;

  act_problem_box_hide (self->problem);
  if (!act_session_set_console_address (self->session, address, &error))
    {
      act_problem_box_show_error (self->problem, error);
      return;
    }

  if (self->open && parent != NULL)
    act_link_open (GTK_WIDGET (parent), act_session_get_console_address (self->session));

  gtk_window_destroy (GTK_WINDOW (self));
}

static void
changed_cb (ActConsoleDialog *self)
{
  update (self);
}

/* A focus that is set before the window is there makes GTK 4.8 hide the window from assistive
 * technology. */
static void
act_console_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (act_console_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (ACT_CONSOLE_DIALOG (widget)->entry);
}

static void
act_console_dialog_dispose (GObject *object)
{
  ActConsoleDialog *self = ACT_CONSOLE_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACT_TYPE_CONSOLE_DIALOG);

  G_OBJECT_CLASS (act_console_dialog_parent_class)->dispose (object);
}

static void
act_console_dialog_class_init (ActConsoleDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_console_dialog_dispose;
  widget_class->map = act_console_dialog_map;

  g_type_ensure (ACT_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/actioned/Actioned/ui/act-console-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ActConsoleDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ActConsoleDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, ActConsoleDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ActConsoleDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
act_console_dialog_init (ActConsoleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * act_console_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @session: whose Console it is about
 * @open: whether to open the Console once its address is known
 *
 * Creates a dialog that asks for the address, or shows the one that is known to be changed.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
act_console_dialog_new (GtkWindow  *parent,
                        ActSession *session,
                        gboolean    open)
{
  ActConsoleDialog *self = NULL;
  const char       *address = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ACT_IS_SESSION (session), NULL);

  self = g_object_new (ACT_TYPE_CONSOLE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->open = open;
  gtk_button_set_label (GTK_BUTTON (self->save_button),
                        open ? _ ("Open") : _ ("Save"));
  address = act_session_get_console_address (session);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), address != NULL ? address : "");
  update (self);

  return GTK_WIDGET (self);
}
