/* The connection that the command line and the environment give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-source.h"

/* The API's own address: the `servers` of its published description. */
#define DEFAULT_BASE_URL "https://api.m3ter.com"

/* Our variables go before those that the SDKs of the API read. */
static const char *const base_url_names[] = { "ACTIONED_BASE_URL", "M3TER_BASE_URL", NULL };
static const char *const org_id_names[] = { "ACTIONED_ORG_ID", "M3TER_ORG_ID", NULL };
static const char *const key_names[] = { "ACTIONED_API_KEY", "M3TER_API_KEY", NULL };
static const char *const secret_names[] = { "ACTIONED_API_SECRET", "M3TER_API_SECRET", NULL };

static const char *
read_environment (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }

  return NULL;
}

/**
 * act_connection_source_is_empty:
 * @base_url: (nullable): what the command line says
 *
 * Returns: whether nobody has said anything about a connection
 */
gboolean
act_connection_source_is_empty (const char *base_url)
{
  return base_url == NULL && read_environment (base_url_names) == NULL &&
         read_environment (org_id_names) == NULL && read_environment (key_names) == NULL;
}

/**
 * act_connection_source_find:
 * @base_url: (nullable): what the command line says, which goes before the environment
 * @error: of %ACT_CONNECTION_ERROR
 *
 * Makes the connection that is asked for.
 *
 * Returns: (transfer full) (nullable): the connection
 */
ActConnection *
act_connection_source_find (const char *base_url,
                            GError    **error)
{
  const char *org_id = read_environment (org_id_names);
  const char *key_id = read_environment (key_names);

  if (base_url == NULL)
    base_url = read_environment (base_url_names);
  if (base_url == NULL)
    base_url = DEFAULT_BASE_URL;

  if (org_id == NULL || key_id == NULL)
    {
      g_set_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE, "%s is not set",
                   org_id == NULL ? org_id_names[0] : key_names[0]);
      return NULL;
    }

  return act_connection_new (NULL, base_url, org_id, key_id, error);
}

/**
 * act_connection_source_take_secret:
 *
 * Takes the secret out of the environment, so that no program that this one starts inherits it.
 * To be called before there are threads.
 *
 * Returns: (transfer full) (nullable): the secret
 */
char *
act_connection_source_take_secret (void)
{
  char *secret = g_strdup (read_environment (secret_names));

  for (guint i = 0; secret_names[i] != NULL; i++)
    g_unsetenv (secret_names[i]);

  return secret;
}

/**
 * act_connection_source_get_folder:
 *
 * Returns: (transfer full): the folder of the stores
 */
char *
act_connection_source_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "actioned", NULL);
}
