/* One organisation: its base URL, key id and settings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection.h"

#include "act-path.h"

#include <gio/gio.h>
#include <string.h>

#define DEFAULT_METHOD  "PUT"
#define DEFAULT_PATH    "/organizations/{orgId}/events/{id}/actioned"
#define MAX_TEXT_LENGTH 512
#define MAX_SLUG_LENGTH 80

struct _ActConnection
{
  gatomicrefcount ref_count;
  char           *id;
  char           *name;
  char           *base_url;
  char           *organisation_id;
  char           *key_id;
  char           *mark_method;
  char           *mark_path; /* with {orgId} and {id} in it */
};

G_DEFINE_QUARK (act_connection_error, act_connection_error)
G_DEFINE_BOXED_TYPE (ActConnection, act_connection, act_connection_ref, act_connection_unref)

/**
 * act_connection_is_loopback:
 * @host: a host of an address
 *
 * Tells whether what is sent to a host stays on this computer, so that it needs no encryption. Any
 * thread.
 *
 * Returns: whether it does
 */
gboolean
act_connection_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  g_return_val_if_fail (host != NULL, FALSE);

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;

  address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
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
check_required (const char *text,
                const char *what,
                GError    **error)
{
  if (*text != '\0' && strlen (text) <= MAX_TEXT_LENGTH && is_clean (text))
    return TRUE;

  g_set_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE,
               "The %s is missing or holds characters that it cannot have", what);
  return FALSE;
}

static char *
strip (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/* Scheme and host get lower case and a default port goes, so that one server has one spelling. */
static GUri *
parse_base_url (const char *text,
                GError    **error)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme = NULL;
  const char *host = NULL;

  if (strlen (text) <= 4 * MAX_TEXT_LENGTH && is_clean (text))
    uri = g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL)
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_URL,
                           "The base URL cannot be read");
      return NULL;
    }

  scheme = g_uri_get_scheme (uri);
  host = g_uri_get_host (uri);
  if ((g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0) || host == NULL ||
      *host == '\0' || g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL)
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_URL,
                           "The base URL needs a scheme and a host, and no more than a path");
      return NULL;
    }

  if (g_strcmp0 (scheme, "https") != 0 && !act_connection_is_loopback (host))
    {
      g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INSECURE,
                           "The base URL must begin with https://");
      return NULL;
    }

  return g_steal_pointer (&uri);
}

/* Returns -1 for the scheme's own port. */
static int
get_port (GUri *uri)
{
  int usual = g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
  int port = g_uri_get_port (uri);

  return port == usual ? -1 : port;
}

static char *
build_base_url (GUri *uri)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_autofree char *path = g_strdup (g_uri_get_path (uri));

  for (gsize length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';

  return g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, host, get_port (uri), path,
                     NULL, NULL);
}

/* The id names files, so it holds only letters, digits and hyphens. What they cannot tell apart,
 * the hash does. */
static char *
build_id (GUri       *uri,
          const char *base_url,
          const char *organisation_id)
{
  g_autofree char *whole = g_strconcat (base_url, "\n", organisation_id, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autoptr (GString) id = g_string_new (NULL);

  g_string_printf (id, "%s-", g_uri_get_host (uri));
  if (get_port (uri) > 0)
    g_string_append_printf (id, "%d-", get_port (uri));
  g_string_append (id, organisation_id);
  if (id->len > MAX_SLUG_LENGTH)
    g_string_truncate (id, MAX_SLUG_LENGTH);

  for (gsize i = 0; i < id->len; i++)
    id->str[i] = g_ascii_isalnum (id->str[i]) ? g_ascii_tolower (id->str[i]) : '-';
  if (!g_ascii_isalnum (id->str[0]))
    id->str[0] = 'x';

  g_string_append_printf (id, "-%.12s", hash);

  return g_string_free (g_steal_pointer (&id), FALSE);
}

static gboolean
has_dot_segment (const char *path)
{
  g_auto (GStrv) segments = g_strsplit_set (path, "/?", -1);

  for (char **segment = segments; *segment != NULL; segment++)
    {
      if (strcmp (*segment, ".") == 0 || strcmp (*segment, "..") == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_mark_call (const char *method,
                 const char *path,
                 GError    **error)
{
  static const char *const methods[] = { "GET", "PUT", "POST", "PATCH", NULL };

  if (g_strv_contains (methods, method) && path[0] == '/' && path[1] != '/' &&
      strlen (path) <= MAX_TEXT_LENGTH && g_str_is_ascii (path) && is_clean (path) &&
      strpbrk (path, " \\#") == NULL && strstr (path, "{id}") != NULL && !has_dot_segment (path))
    return TRUE;

  g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_CALL,
                       "The call that marks events must be GET, PUT, POST or PATCH of a path "
                       "on the same server, with {id} in it");
  return FALSE;
}

/* Both placeholders are looked for in the template only, never in what was put in their place. */
static char *
fill_template (const char *template,
               const char *organisation_id,
               const char *event_id)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *organisation = act_path_escape_segment (organisation_id);
  g_autofree char *event = act_path_escape_segment (event_id);

  for (const char *c = template; *c != '\0';)
    {
      if (g_str_has_prefix (c, "{orgId}"))
        {
          g_string_append (path, organisation);
          c += strlen ("{orgId}");
        }
      else if (g_str_has_prefix (c, "{id}"))
        {
          g_string_append (path, event);
          c += strlen ("{id}");
        }
      else
        {
          g_string_append_c (path, *c++);
        }
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/**
 * act_connection_new:
 * @name: (nullable): what the user calls it; the host's name if there is none
 * @base_url: the server's base URL; `https`, or `http` on loopback
 * @organisation_id: the organisation's id
 * @key_id: the access key's id
 * @error: return location for an error of %ACT_CONNECTION_ERROR
 *
 * Makes a connection that marks events by the default call. Blanks around the texts are dropped.
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL on error
 */
ActConnection *
act_connection_new (const char *name,
                    const char *base_url,
                    const char *organisation_id,
                    const char *key_id,
                    GError    **error)
{
  return act_connection_new_with_mark_call (name, base_url, organisation_id, key_id,
                                            DEFAULT_METHOD, DEFAULT_PATH, error);
}

/**
 * act_connection_new_with_mark_call:
 * @name: (nullable): what the user calls it; the host's name if there is none
 * @base_url: the server's base URL; `https`, or `http` on loopback
 * @organisation_id: the organisation's id
 * @key_id: the access key's id
 * @method: the HTTP method of the call that marks an event: GET, PUT, POST or PATCH
 * @path: its path after the base URL, with `{id}` and perhaps `{orgId}` in it
 * @error: return location for an error of %ACT_CONNECTION_ERROR
 *
 * Makes a connection that marks events by a call of its own. Any thread.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL on error
 */
ActConnection *
act_connection_new_with_mark_call (const char *name,
                                   const char *base_url,
                                   const char *organisation_id,
                                   const char *key_id,
                                   const char *method,
                                   const char *path,
                                   GError    **error)
{
  g_autoptr (ActConnection) self = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *url = strip (base_url);
  g_autofree char *label = strip (name);
  g_autofree char *organisation = strip (organisation_id);
  g_autofree char *key = strip (key_id);

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  uri = parse_base_url (url, error);
  if (uri == NULL || !check_required (organisation, "organisation id", error) ||
      !check_required (key, "key id", error) || !check_mark_call (method, path, error))
    return NULL;

  self = g_new0 (ActConnection, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->base_url = build_base_url (uri);
  self->id = build_id (uri, self->base_url, organisation);
  self->name = *label != '\0' && is_clean (label) ? g_steal_pointer (&label)
                                                  : g_strdup (g_uri_get_host (uri));
  self->organisation_id = g_steal_pointer (&organisation);
  self->key_id = g_steal_pointer (&key);
  self->mark_method = g_strdup (method);
  self->mark_path = g_strdup (path);

  return g_steal_pointer (&self);
}

/**
 * act_connection_copy_with_id:
 * @self: a connection
 * @id: letters, digits and hyphens
 *
 * Gives a connection an id that does not depend on where its server is, so that it keeps its store
 * when the server moves. Any thread.
 *
 * Returns: (transfer full): the same connection with another id
 */
ActConnection *
act_connection_copy_with_id (ActConnection *self,
                             const char    *id)
{
  ActConnection *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  for (const char *c = id; *c != '\0'; c++)
    g_return_val_if_fail (g_ascii_isalnum (*c) || *c == '-', NULL);

  copy = g_new0 (ActConnection, 1);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (id);
  copy->name = g_strdup (self->name);
  copy->base_url = g_strdup (self->base_url);
  copy->organisation_id = g_strdup (self->organisation_id);
  copy->key_id = g_strdup (self->key_id);
  copy->mark_method = g_strdup (self->mark_method);
  copy->mark_path = g_strdup (self->mark_path);

  return copy;
}

/**
 * act_connection_ref:
 * @self: a connection
 *
 * Takes a reference. Any thread.
 *
 * Returns: (transfer full): @self
 */
ActConnection *
act_connection_ref (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * act_connection_unref:
 * @self: (transfer full) (nullable): a connection
 *
 * Drops a reference. Any thread.
 */
void
act_connection_unref (ActConnection *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->base_url);
  g_free (self->organisation_id);
  g_free (self->key_id);
  g_free (self->mark_method);
  g_free (self->mark_path);
  g_free (self);
}

/**
 * act_connection_get_id:
 * @self: a connection
 *
 * Returns: a name that is safe for files and differs for each server and organisation; the key and
 *   the name do not matter to it
 */
const char *
act_connection_get_id (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * act_connection_get_name:
 * @self: a connection
 *
 * Returns: what the user calls it
 */
const char *
act_connection_get_name (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * act_connection_get_base_url:
 * @self: a connection
 *
 * Returns: the base URL, without a slash at its end
 */
const char *
act_connection_get_base_url (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->base_url;
}

/**
 * act_connection_get_organisation_id:
 * @self: a connection
 *
 * Returns: the organisation's id, not escaped
 */
const char *
act_connection_get_organisation_id (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->organisation_id;
}

/**
 * act_connection_get_key_id:
 * @self: a connection
 *
 * Returns: the access key's id, which is no secret
 */
const char *
act_connection_get_key_id (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key_id;
}

/**
 * act_connection_get_mark_method:
 * @self: a connection
 *
 * Returns: the HTTP method of the call that marks an event
 */
const char *
act_connection_get_mark_method (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->mark_method;
}

/**
 * act_connection_build_mark_path:
 * @self: a connection
 * @event_id: an event's id, from outside
 *
 * Builds the path of the call that marks an event, to be put after the base URL. The ids are
 * escaped, so that none can name another path. Any thread.
 *
 * Returns: (transfer full): the path, beginning with a slash
 */
char *
act_connection_build_mark_path (ActConnection *self,
                                const char    *event_id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (event_id != NULL, NULL);

  return fill_template (self->mark_path, self->organisation_id, event_id);
}
