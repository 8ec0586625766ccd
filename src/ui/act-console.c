/* Opens the Console of a connection in the browser
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-console.h"

#include "act-console-dialog.h"
#include "act-link.h"
#include "act-session-console.h"

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * act_console_open:
 * @widget: what asks for it
 * @session: whose Console to open
 *
 * Opens the Console's address in the browser. Where it is not known it is asked for first, since it
 * cannot be guessed.
 */
void
act_console_open (GtkWidget  *widget,
                  ActSession *session)
{
  const char *address = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (ACT_IS_SESSION (session));

  address = act_session_get_console_address (session);
  if (address != NULL)
    act_link_open (widget, address);
  else
    gtk_window_present (
        GTK_WINDOW (act_console_dialog_new (get_window (widget), session, TRUE)));
}
