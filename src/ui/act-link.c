/* Opens a web page in the browser
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-link.h"

#include "act-error-dialog.h"

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
 * act_link_is_web:
 * @address: (nullable): an address from anywhere
 *
 * Returns: whether it is the whole address of a web page, http or https, without a user name or a
 *   password in it
 */
gboolean
act_link_is_web (const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme = NULL;

  if (address == NULL || !g_utf8_validate (address, -1, NULL))
    return FALSE;

  uri = g_uri_parse (address, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL)
    return FALSE;

  scheme = g_uri_get_scheme (uri);

  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         g_uri_get_userinfo (uri) == NULL;
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
  GtkRoot *root = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root) || !act_link_is_web (address))
    return;

  gtk_show_uri_full (GTK_WINDOW (root), address, GDK_CURRENT_TIME, NULL, opened_cb, NULL);
}
