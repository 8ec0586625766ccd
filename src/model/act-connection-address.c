/* The addresses of a connection: what is refused, and one spelling for each server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-address.h"

#include "act-connection.h"

#include <string.h>

#define MAX_LENGTH 2048

static GUri *
parse (const char *text)
{
  if (strnlen (text, MAX_LENGTH + 1) > MAX_LENGTH)
    return NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || g_unichar_isspace (character))
        return NULL;
    }

  return g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
}

/* What is escaped in it is written as it is when the address is put together again, and may end it. */
static gboolean
is_plain_host (const char *host)
{
  for (const char *c = host; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr ("-._:", *c) == NULL)
        return FALSE;
    }

  return *host != '\0' && (strchr (host, ':') == NULL || g_hostname_is_ip_address (host));
}

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) && host != NULL &&
         is_plain_host (host) && g_uri_get_userinfo (uri) == NULL;
}

/* What is sent is encrypted, or stays on this computer. */
static gboolean
is_safe (GUri *uri)
{
  return g_str_equal (g_uri_get_scheme (uri), "https") ||
         act_connection_is_loopback (g_uri_get_host (uri));
}

/**
 * act_connection_address_parse_base:
 * @text: what is given as the base URL, without blanks around it
 * @error: of %ACT_CONNECTION_ERROR
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the base URL
 */
GUri *
act_connection_address_parse_base (const char *text,
                                   GError    **error)
{
  g_autoptr (GUri) uri = parse (text);

  if (uri == NULL)
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_URL,
                           "The base URL cannot be read");
      return NULL;
    }

  if (!is_web (uri) || g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_URL,
                           "The base URL needs a scheme and a host, and no more than a path");
      return NULL;
    }

  if (!is_safe (uri))
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INSECURE,
                           "The base URL must begin with https://");
      return NULL;
    }

  return g_steal_pointer (&uri);
}

/**
 * act_connection_address_get_port:
 * @uri: a base URL
 *
 * Returns: its port, or -1 for the scheme's own
 */
int
act_connection_address_get_port (GUri *uri)
{
  int usual = g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
  int port = g_uri_get_port (uri);

  return port == usual ? -1 : port;
}

/**
 * act_connection_address_build_base:
 * @uri: a base URL
 *
 * Spells it as every other spelling of it: scheme and host in lower case, without the usual port and
 * without slashes at its end. Any thread.
 *
 * Returns: (transfer full): the base URL
 */
char *
act_connection_address_build_base (GUri *uri)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_autofree char *path = g_strdup (g_uri_get_path (uri));

  for (gsize length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';

  return g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, host,
                     act_connection_address_get_port (uri), path, NULL, NULL);
}

/**
 * act_connection_address_is_console:
 * @text: what is given as the Console's address
 *
 * Tells whether it can be opened: a password is typed there, so it is encrypted, or stays on this
 * computer. Any thread.
 *
 * Returns: whether it can
 */
gboolean
act_connection_address_is_console (const char *text)
{
  g_autoptr (GUri) uri = g_str_is_ascii (text) ? parse (text) : NULL;

  return uri != NULL && is_web (uri) && is_safe (uri);
}
