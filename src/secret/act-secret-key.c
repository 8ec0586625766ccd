/* By what a secret is found in the keyring, and what it is called there
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-secret-key.h"

#include <glib/gi18n.h>

#define BASE_URL     "base-url"
#define ORGANISATION "organization-id"
#define KEY_ID       "key-id"

/* Attributes are not encrypted, so nothing stands in them that would have to be. */
static const SecretSchema schema = {
  ACT_APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  {
      { BASE_URL, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { ORGANISATION, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { KEY_ID, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

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
 * Returns: (transfer full): the attributes that the secrets of all keys of its base URL
 *   and organisation have
 */
GHashTable *
act_secret_key_build_for_any (ActConnection *connection)
{
  GHashTable *key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  /* It is spelt in one way only; two paths of one server are two connections. */
  g_hash_table_insert (key, g_strdup (BASE_URL),
                       g_strdup (act_connection_get_base_url (connection)));
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
