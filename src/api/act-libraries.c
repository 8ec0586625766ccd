/* Which libraries the requests go through
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-libraries.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

/**
 * act_libraries_describe:
 *
 * Any thread.
 *
 * Returns: (transfer full): names and versions, one a line
 */
char *
act_libraries_describe (void)
{
  return g_strdup_printf ("GLib %u.%u.%u\n"
                          "libsoup %u.%u.%u\n"
                          "JSON-GLib %s\n"
                          "TLS %s\n",
                          glib_major_version, glib_minor_version, glib_micro_version,
                          soup_get_major_version (), soup_get_minor_version (),
                          soup_get_micro_version (), JSON_VERSION_S,
                          G_OBJECT_TYPE_NAME (g_tls_backend_get_default ()));
}
