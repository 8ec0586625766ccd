/* The connection that the command line and the environment give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-source.h"

#include <glib/gi18n.h>
#include <string.h>

/* The API's own address: the `servers` of its published description. */
#define DEFAULT_BASE_URL "https://api.m3ter.com"

/* Our variables go before those that the SDKs of the API read. */
static const char *const base_url_names[] = { "ACTIONED_BASE_URL", "M3TER_BASE_URL", NULL };
static const char *const org_id_names[] = { "ACTIONED_ORG_ID", "M3TER_ORG_ID", NULL };
static const char *const key_names[] = { "ACTIONED_API_KEY", "M3TER_API_KEY", NULL };
static const char *const secret_names[] = { "ACTIONED_API_SECRET", "M3TER_API_SECRET", NULL };
/* Secrets that the SDKs read and this program does not. */
static const char *const token_names[] = { "ACTIONED_API_TOKEN", "M3TER_API_TOKEN", NULL };

/* An empty variable is one that is not set. */
static const char *
find_variable (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return names[i];
    }

  return NULL;
}

static const char *
read_environment (const char *const *names)
{
  const char *name = find_variable (names);

  return name != NULL ? g_getenv (name) : NULL;
}

static void
set_incomplete (GPtrArray *missing,
                GError   **error)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (missing, NULL);
  list = g_strjoinv (", ", (char **) missing->pdata);
  /* Translators: what follows are names of environment variables. */
  g_set_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE, _ ("Not set: %s"),
               list);
}

/* A variable that is only unset can still be read in /proc. */
static void
wipe_variables (const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL)
        explicit_bzero ((char *) value, strlen (value));
      g_unsetenv (names[i]);
    }
}

/* All at once, so that nobody has to come back for the next one. */
static gboolean
check_complete (const char *secret,
                GError    **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  if (find_variable (org_id_names) == NULL)
    g_ptr_array_add (missing, (gpointer) org_id_names[0]);
  if (find_variable (key_names) == NULL)
    g_ptr_array_add (missing, (gpointer) key_names[0]);
  if (secret == NULL)
    g_ptr_array_add (missing, (gpointer) secret_names[0]);
  if (missing->len == 0)
    return TRUE;

  set_incomplete (missing, error);

  return FALSE;
}

/* A variable of the SDKs may be set by somebody who was not thinking of this program. */
static void
say_where_from (GError    **error,
                const char *place)
{
  if (error == NULL || (!g_error_matches (*error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_URL) &&
                        !g_error_matches (*error, ACT_CONNECTION_ERROR,
                                          ACT_CONNECTION_ERROR_INSECURE)))
    return;

  g_free ((*error)->message);
  /* Translators: an option of the command line, or the name of an environment variable. */
  (*error)->message = g_strdup_printf (_ ("The base URL comes from %s"), place);
}

/**
 * act_connection_source_names_nothing:
 * @base_url: (nullable): what the command line says
 *
 * Returns: whether neither the command line nor the environment says which connection is meant
 */
gboolean
act_connection_source_names_nothing (const char *base_url)
{
  return base_url == NULL && find_variable (base_url_names) == NULL &&
         find_variable (org_id_names) == NULL && find_variable (key_names) == NULL;
}

/**
 * act_connection_source_is_empty:
 * @base_url: (nullable): what the command line says
 * @secret: (nullable): what act_connection_source_take_secret() has taken
 *
 * Returns: whether nobody has said anything about a connection
 */
gboolean
act_connection_source_is_empty (const char *base_url,
                                const char *secret)
{
  return secret == NULL && act_connection_source_names_nothing (base_url);
}

/**
 * act_connection_source_find:
 * @base_url: (nullable): what the command line says, which goes before the environment
 * @secret: (nullable): its secret; that it is missing is an error, so what needs none gives ""
 * @error: of %ACT_CONNECTION_ERROR
 *
 * Makes the connection that is asked for.
 *
 * Returns: (transfer full) (nullable): the connection
 */
ActConnection *
act_connection_source_find (const char *base_url,
                            const char *secret,
                            GError    **error)
{
  const char    *place = "--base-url";
  ActConnection *connection = NULL;

  if (!check_complete (secret, error))
    return NULL;

  if (base_url == NULL)
    {
      place = find_variable (base_url_names);
      base_url = place != NULL ? g_getenv (place) : DEFAULT_BASE_URL;
    }

  connection = act_connection_new (NULL, base_url, read_environment (org_id_names),
                                   read_environment (key_names), error);
  if (connection == NULL)
    say_where_from (error, place);

  return connection;
}

/**
 * act_connection_source_take_secret:
 *
 * Takes the secret out of the environment, and what else would be one there, so that no program that
 * this one starts inherits it and nobody finds it in `/proc`. To be called before there are threads.
 *
 * Returns: (transfer full) (nullable): the secret, for act_connection_source_free_secret()
 */
char *
act_connection_source_take_secret (void)
{
  char *secret = g_strdup (read_environment (secret_names));

  wipe_variables (secret_names);
  wipe_variables (token_names);

  return secret;
}

/**
 * act_connection_source_free_secret:
 * @secret: (transfer full) (nullable): a secret
 *
 * Wipes and frees it.
 */
void
act_connection_source_free_secret (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));

  g_free (secret);
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
