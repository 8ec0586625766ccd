/* By what a secret is found in the keyring, and what it is called there
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-secret-key.h"

#include <glib/gi18n.h>

#define ORIGIN       "origin"
#define ORGANISATION "organization-id"
#define KEY_ID       "key-id"

/* Attributes are not encrypted, so nothing stands in them that would have to be. */
static const SecretSchema schema = {
  ACT_APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  {
      { ORIGIN, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { ORGANISATION, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { KEY_ID, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

/* The base URL of a connection is normalised, so one server has one origin. */
static char *
build_origin (ActConnection *connection)
{
  g_autoptr (GUri) uri = NULL;

  uri = g_uri_parse (act_connection_get_base_url (connection), G_URI_FLAGS_ENCODED, NULL);
  g_assert (uri != NULL);

  return g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                     g_uri_get_port (uri), "", NULL, NULL);
}

/**
 * act_secret_key_get_schema:
 *
 * Returns: (transfer none): the schema of all secrets of this program
 */
const SecretSchema *
act_secret_key_get_schema (void)
{
  return &schema;
}

/**
 * act_secret_key_build:
 * @connection: a connection
 *
 * Any thread.
 *
 * Returns: (transfer full): the attributes of its secret
 */
GHashTable *
act_secret_key_build (ActConnection *connection)
{
  GHashTable *key = act_secret_key_build_for_any (connection);

  g_hash_table_insert (key, g_strdup (KEY_ID),
                       g_strdup (act_connection_get_key_id (connection)));

  return key;
}

/**
 * act_secret_key_build_for_any:
 * @connection: a connection
 *
 * Any thread.
 *
 * Returns: (transfer full): the attributes that the secrets of all keys of its origin and
 *   organisation have
 */
GHashTable *
act_secret_key_build_for_any (ActConnection *connection)
{
  GHashTable *key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (key, g_strdup (ORIGIN), build_origin (connection));
  g_hash_table_insert (key, g_strdup (ORGANISATION),
                       g_strdup (act_connection_get_organisation_id (connection)));

  return key;
}

/**
 * act_secret_key_build_label:
 * @connection: a connection
 *
 * Any thread.
 *
 * Returns: (transfer full): what programs for looking at keyrings call its secret
 */
char *
act_secret_key_build_label (ActConnection *connection)
{
  /* Translators: a secret in a list of passwords; %s is what the user calls the connection. */
  return g_strdup_printf (_ ("API secret of “%s” for Actioned"),
                          act_connection_get_name (connection));
}

/**
 * act_secret_key_is_same:
 * @key: attributes
 * @other: attributes, maybe with further ones that a keyring adds
 *
 * Any thread.
 *
 * Returns: whether both name the same key
 */
gboolean
act_secret_key_is_same (GHashTable *key,
                        GHashTable *other)
{
  return g_strcmp0 (g_hash_table_lookup (key, KEY_ID), g_hash_table_lookup (other, KEY_ID)) == 0;
}
