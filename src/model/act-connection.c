/* One organisation: its base URL, key id and settings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection.h"

#include "act-connection-address.h"
#include "act-mark-call.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_TEXT_LENGTH      512
#define MAX_AUTHORITY_LENGTH (64 * 1024)
#define MAX_SLUG_LENGTH      80
#define MAX_REFRESH_MINUTES  120
#define MAX_REQUEST_CEILING  50

struct _ActConnection
{
  gatomicrefcount        ref_count;
  char                  *id;       /* (owned) */
  ActConnectionSettings *settings; /* (owned): checked, and each in its one spelling */
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
  if (act_connection_address_get_port (uri) > 0)
    g_string_append_printf (id, "%d-", act_connection_address_get_port (uri));
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
check_mark_call (const ActConnectionSettings *settings,
                 GError                     **error)
{
  if (act_mark_call_is_valid (settings->mark_method, settings->mark_path))
    return TRUE;

  g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_CALL,
                       "The call that marks events must be PUT, POST or PATCH of a path on the "
                       "same server, with {id} in it");
  return FALSE;
}

static gboolean
check_console (const char *address,
               GError    **error)
{
  if (address == NULL || act_connection_address_is_console (address))
    return TRUE;

  g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_CONSOLE,
                       "The Console's address must begin with https:// and name a server");
  return FALSE;
}

/* A file that also holds a private key was not meant to be copied. */
static gboolean
check_authority (const char *authority,
                 GError    **error)
{
  g_autoptr (GTlsCertificate) certificate = NULL;

  if (authority == NULL)
    return TRUE;

  if (strnlen (authority, MAX_AUTHORITY_LENGTH + 1) <= MAX_AUTHORITY_LENGTH &&
      g_str_is_ascii (authority) && strstr (authority, "PRIVATE KEY") == NULL)
    certificate = g_tls_certificate_new_from_pem (authority, -1, NULL);
  if (certificate != NULL)
    return TRUE;

  g_set_error_literal (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_AUTHORITY,
                       "The authority is no certificate that can be read, or there is a key with it");
  return FALSE;
}

/* What cannot be a name is none, and the host's name takes its place. */
static char *
make_name (const char *given,
           GUri       *uri)
{
  g_autofree char *name = strip (given);

  if (*name == '\0' || strlen (name) > MAX_TEXT_LENGTH || !is_clean (name))
    return g_strdup (g_uri_get_host (uri));

  return g_steal_pointer (&name);
}

/* Returns settings that are checked, and each in its one spelling. */
static ActConnectionSettings *
normalize (const ActConnectionSettings *given,
           GUri                       **uri,
           GError                     **error)
{
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_copy (given);
  g_autofree char *base_url = strip (given->base_url);

  *uri = act_connection_address_parse_base (base_url, error);
  if (*uri == NULL)
    return NULL;

  g_free (settings->organisation_id);
  settings->organisation_id = strip (given->organisation_id);
  g_free (settings->key_id);
  settings->key_id = strip (given->key_id);
  if (!check_required (settings->organisation_id, "organisation id", error) ||
      !check_required (settings->key_id, "key id", error) || !check_mark_call (settings, error) ||
      !check_console (settings->console_address, error) ||
      !check_authority (settings->authority, error))
    return NULL;

  g_free (settings->base_url);
  settings->base_url = act_connection_address_build_base (*uri);
  g_free (settings->name);
  settings->name = make_name (given->name, *uri);
  settings->colour = MIN (given->colour, ACT_N_CONNECTION_COLOURS - 1);
  settings->refresh_minutes = MIN (given->refresh_minutes, MAX_REFRESH_MINUTES);
  settings->request_ceiling = CLAMP (given->request_ceiling, 1, MAX_REQUEST_CEILING);

  return g_steal_pointer (&settings);
}

static ActConnection *
create (char                  *id,
        ActConnectionSettings *settings)
{
  ActConnection *self = g_new0 (ActConnection, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->settings = settings;

  return self;
}

/**
 * act_connection_new:
 * @name: (nullable): what the user calls it; the host's name if there is none
 * @base_url: the server's base URL; `https`, or `http` on loopback
 * @organisation_id: the organisation's id
 * @key_id: the access key's id
 * @error: return location for an error of %ACT_CONNECTION_ERROR
 *
 * Makes a connection with what is usual. Any thread.
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
  g_autoptr (ActConnectionSettings) settings = act_connection_settings_new ();

  settings->name = g_strdup (name);
  settings->base_url = g_strdup (base_url);
  settings->organisation_id = g_strdup (organisation_id);
  settings->key_id = g_strdup (key_id);

  return act_connection_new_from_settings (settings, error);
}

/**
 * act_connection_new_from_settings:
 * @settings: what the user has set
 * @error: return location for an error of %ACT_CONNECTION_ERROR
 *
 * Makes a connection. Blanks around the texts are dropped, and numbers outside their limits are
 * brought to the nearest. Any thread.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL on error
 */
ActConnection *
act_connection_new_from_settings (const ActConnectionSettings *settings,
                                  GError                     **error)
{
  ActConnectionSettings *normal = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (settings != NULL, NULL);

  normal = normalize (settings, &uri, error);
  if (normal == NULL)
    return NULL;

  return create (build_id (uri, normal->base_url, normal->organisation_id), normal);
}

/**
 * act_connection_copy_with_settings:
 * @self: a connection
 * @settings: what the user has set; base URL and organisation in it do not matter
 * @error: return location for an error of %ACT_CONNECTION_ERROR
 *
 * Edits a connection. It keeps its id, its base URL and its organisation, since its store and its
 * secret belong to these. Any thread.
 *
 * Returns: (transfer full) (nullable): the edited connection, or %NULL on error
 */
ActConnection *
act_connection_copy_with_settings (ActConnection               *self,
                                   const ActConnectionSettings *settings,
                                   GError                     **error)
{
  g_autoptr (ActConnectionSettings) edited = NULL;
  ActConnectionSettings *normal = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  edited = act_connection_settings_copy (settings);
  g_free (edited->base_url);
  edited->base_url = g_strdup (self->settings->base_url);
  g_free (edited->organisation_id);
  edited->organisation_id = g_strdup (self->settings->organisation_id);
  normal = normalize (edited, &uri, error);

  return normal != NULL ? create (g_strdup (self->id), normal) : NULL;
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
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  for (const char *c = id; *c != '\0'; c++)
    g_return_val_if_fail (g_ascii_isalnum (*c) || *c == '-', NULL);

  return create (g_strdup (id), act_connection_settings_copy (self->settings));
}

/**
 * act_connection_dup_settings:
 * @self: a connection
 *
 * Any thread.
 *
 * Returns: (transfer full): what is set for it, to be edited
 */
ActConnectionSettings *
act_connection_dup_settings (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return act_connection_settings_copy (self->settings);
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
  act_connection_settings_free (self->settings);
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

  return self->settings->name;
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

  return self->settings->base_url;
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

  return self->settings->organisation_id;
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

  return self->settings->key_id;
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

  return self->settings->mark_method;
}

/**
 * act_connection_get_mark_path:
 * @self: a connection
 *
 * Returns: the path of that call after the base URL, with `{id}` in it
 */
const char *
act_connection_get_mark_path (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->settings->mark_path;
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

  return act_mark_call_fill (self->settings->mark_path, self->settings->organisation_id, event_id);
}

/**
 * act_connection_get_colour:
 * @self: a connection
 *
 * Returns: its colour
 */
ActConnectionColour
act_connection_get_colour (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, ACT_CONNECTION_COLOUR_BLUE);

  return self->settings->colour;
}

/**
 * act_connection_get_refresh_minutes:
 * @self: a connection
 *
 * Returns: the minutes between refreshes; 0 for only at the start and when asked
 */
guint
act_connection_get_refresh_minutes (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->settings->refresh_minutes;
}

/**
 * act_connection_get_request_ceiling:
 * @self: a connection
 *
 * Returns: the most requests a second, 1 to 50
 */
guint
act_connection_get_request_ceiling (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->settings->request_ceiling;
}

/**
 * act_connection_get_console_address:
 * @self: a connection
 *
 * Returns: (nullable): where the Console is, as the user said; nothing is ever guessed
 */
const char *
act_connection_get_console_address (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->settings->console_address;
}

/**
 * act_connection_get_notify:
 * @self: a connection
 *
 * Returns: whether new events are told of by notifications
 */
gboolean
act_connection_get_notify (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->settings->notify;
}

/**
 * act_connection_get_authority:
 * @self: a connection
 *
 * Returns: (nullable): the certificate (PEM) of the private authority that alone is trusted
 */
const char *
act_connection_get_authority (ActConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->settings->authority;
}
