/* Addresses from outside that a browser may open
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-web-address.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_LENGTH 8192

static gboolean
is_plain (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if ((guchar) *c <= 0x20 || *c == 0x7f || *c == '\\')
        return FALSE;
    }

  return TRUE;
}

/* A port that goes without saying is not said. */
static char *
describe_host (GUri       *uri,
               const char *host)
{
  int port = g_uri_get_port (uri);
  int usual = strcmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;

  /* What has colons is an IPv6 address. */
  if (strchr (host, ':') != NULL)
    return port > 0 && port != usual ? g_strdup_printf ("[%s]:%d", host, port)
                                     : g_strdup_printf ("[%s]", host);

  return port > 0 && port != usual ? g_strdup_printf ("%s:%d", host, port) : g_strdup (host);
}

/**
 * act_web_address_check:
 * @text: (nullable): an address from outside
 * @host: (out) (optional) (transfer full): where it really leads: the host, and the port when the
 *   address has one, in ASCII, so that no letter looks like another
 *
 * Tells whether an address may be handed to the desktop: http or https, with a host, without a user
 * name that could be taken for one, and without anything that programs read differently.
 *
 * Returns: (transfer full) (nullable): the address as it is to be opened, or %NULL when it must not be
 */
char *
act_web_address_check (const char *text,
                       char      **host)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *ascii = NULL;

  if (host != NULL)
    *host = NULL;

  if (text == NULL || strnlen (text, MAX_LENGTH + 1) > MAX_LENGTH ||
      !g_utf8_validate (text, -1, NULL) || !is_plain (text))
    return NULL;

  uri = g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL || g_uri_get_userinfo (uri) != NULL || g_uri_get_host (uri) == NULL ||
      *g_uri_get_host (uri) == '\0')
    return NULL;
  if (strcmp (g_uri_get_scheme (uri), "https") != 0 && strcmp (g_uri_get_scheme (uri), "http") != 0)
    return NULL;

  ascii = g_hostname_to_ascii (g_uri_get_host (uri));
  if (ascii == NULL || *ascii == '\0' || strpbrk (ascii, "%@/?#<>") != NULL)
    return NULL;

  if (host != NULL)
    *host = describe_host (uri, ascii);

  return g_strdup (text);
}
