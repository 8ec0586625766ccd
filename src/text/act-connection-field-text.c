/* What stands against a field of a connection, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-connection-field-text.h"

#include "act-connection.h"
#include "act-mark-call.h"
#include "act-web-address.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* What a connection that is tried for one field has in the others. */
#define SOME_URL "https://localhost"
#define SOME_ID  "x"

#define MAX_NAME_CHARACTERS 100
#define MAX_SECRET_LENGTH   4096

static char *
strip (const char *text)
{
  return g_strstrip (g_strdup (text));
}

static gboolean
is_clean (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (c)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_blank (const char *text)
{
  return strpbrk (text, " \t\r\n") != NULL;
}

/* Whether somebody has entered where people sign in, and not where programs do. */
static gboolean
is_console (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL &&
         g_ascii_strncasecmp (g_uri_get_host (uri), "console.", strlen ("console.")) == 0;
}

static const char *
describe_id (const char    *text,
             const char    *missing,
             ActConnection *tried)
{
  g_autofree char *id = strip (text);

  if (*id == '\0')
    return missing;
  if (has_blank (id) || tried == NULL)
    return _ ("No id looks like this. Copy it again, alone.");

  return NULL;
}

/**
 * act_connection_field_text_name:
 * @text: what is entered as a connection's name
 *
 * Returns: (nullable): what stands against it, or %NULL
 */
const char *
act_connection_field_text_name (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!is_clean (text))
    return _ ("This has a line break or another character that cannot be seen.");
  if (g_utf8_strlen (text, -1) > MAX_NAME_CHARACTERS)
    return _ ("This is too long for a name.");

  return NULL;
}

/**
 * act_connection_field_text_base_url:
 * @text: what is entered as the server's address
 *
 * Returns: (nullable): what stands against it, or %NULL
 */
const char *
act_connection_field_text_base_url (const char *text)
{
  g_autofree char *url = NULL;
  g_autoptr (ActConnection) tried = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  url = strip (text);
  if (*url == '\0')
    return _ ("The address is missing. It is usually https://api.m3ter.com.");
  if (is_console (url))
    return _ ("This is the address of the Console. That of the API is usually https://api.m3ter.com.");

  tried = act_connection_new (NULL, url, SOME_ID, SOME_ID, &error);
  if (tried != NULL)
    return NULL;
  if (g_error_matches (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INSECURE))
    return _ ("The address must begin with https://, so that nobody can read the secret on its way.");

  return _ ("This is no address of a server. Write it as https://server.");
}

/**
 * act_connection_field_text_organisation:
 * @text: what is entered as the organisation's id
 *
 * Returns: (nullable): what stands against it, or %NULL
 */
const char *
act_connection_field_text_organisation (const char *text)
{
  g_autoptr (ActConnection) tried = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  tried = act_connection_new (NULL, SOME_URL, text, SOME_ID, NULL);

  return describe_id (text, _ ("The organisation id is missing."), tried);
}

/**
 * act_connection_field_text_key_id:
 * @text: what is entered as the id of the access key
 *
 * Returns: (nullable): what stands against it, or %NULL
 */
const char *
act_connection_field_text_key_id (const char *text)
{
  g_autoptr (ActConnection) tried = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  tried = act_connection_new (NULL, SOME_URL, SOME_ID, text, NULL);

  return describe_id (text, _ ("The key id is missing."), tried);
}

/**
 * act_connection_field_text_secret:
 * @text: what is entered as the secret
 *
 * Returns: (nullable): what stands against it, or %NULL; never anything of the secret
 */
const char *
act_connection_field_text_secret (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return _ ("The secret is missing. The Console shows it once, when the key is made.");
  if (strlen (text) > MAX_SECRET_LENGTH)
    return _ ("This is too long for a secret. Copy it again, alone.");
  if (has_blank (text) || !is_clean (text))
    return _ ("This has a space or a line break in it. Copy it again, alone.");

  return NULL;
}

/**
 * act_connection_field_text_mark_call:
 * @method: the method that is chosen
 * @path: what is entered as the path
 *
 * Returns: (nullable): what stands against the path, or %NULL
 */
const char *
act_connection_field_text_mark_call (const char *method,
                                     const char *path)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  stripped = strip (path);
  if (act_mark_call_is_valid (method, stripped))
    return NULL;
  if (strstr (stripped, "{id}") == NULL)
    return _ ("The path must have {id} in it, where the event’s id goes.");

  return _ ("This is no path on the server. It begins with a slash, and has no spaces, dots alone or "
            "other servers in it.");
}

/**
 * act_connection_field_text_console:
 * @text: what is entered as the address of the Console; nothing is right, too
 *
 * Returns: (nullable): what stands against it, or %NULL
 */
const char *
act_connection_field_text_console (const char *text)
{
  g_autofree char *address = NULL;
  g_autofree char *checked = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  address = strip (text);
  if (*address == '\0')
    return NULL;

  /* The Console asks for a password, so it is opened over https only. */
  checked = act_web_address_check (address, NULL);
  if (checked == NULL || g_ascii_strncasecmp (checked, "https://", strlen ("https://")) != 0)
    return _ ("The address must begin with https:// and name a server.");

  return NULL;
}
