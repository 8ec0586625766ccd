/* A check box that assistive technology can toggle
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-check-button.h"

struct _ActCheckButton
{
  GtkCheckButton parent_instance;
};

G_DEFINE_FINAL_TYPE (ActCheckButton, act_check_button, GTK_TYPE_CHECK_BUTTON)

static void
toggle_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate (widget);
}

static void
act_check_button_class_init (ActCheckButtonClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "check.toggle", NULL, toggle_action_cb);
}

static void
act_check_button_init (ActCheckButton *self)
{
}
