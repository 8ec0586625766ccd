/* What the main window's menu does with the local store as a whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-free-space-dialog.h"
#include "act-window-private.h"

static void
free_space_action_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  ActWindow *self = ACT_WINDOW (widget);

  if (self->session != NULL)
    gtk_window_present (GTK_WINDOW (act_free_space_dialog_new (GTK_WINDOW (self), self->session)));
}

void
act_window_bind_data_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "events.free-space", NULL, free_space_action_cb);
}

void
act_window_update_data_actions (ActWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   has_session = self->session != NULL;

  gtk_widget_action_set_enabled (widget, "events.free-space", has_session);
}
