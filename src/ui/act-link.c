/* Opens a web page in the browser
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-link.h"

#include "act-error-dialog.h"
#include "act-web-address.h"

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (window, result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  act_error_dialog_show (window, error);
}

/**
 * act_link_open:
 * @widget: what asks for it
 * @address: an address
 *
 * Lets the desktop open a web page. Nothing else than web pages is opened, wherever the address comes
 * from.
 */
void
act_link_open (GtkWidget  *widget,
               const char *address)
{
  GtkRoot         *root = NULL;
  g_autofree char *checked = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  checked = act_web_address_check (address, NULL);
  if (GTK_IS_WINDOW (root) && checked != NULL)
    gtk_show_uri_full (GTK_WINDOW (root), checked, GDK_CURRENT_TIME, NULL, opened_cb, NULL);
}
