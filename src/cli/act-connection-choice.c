/* Which connection a command works on
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-choice.h"

#include "act-command-session.h"
#include "act-connection-source.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

/* The connection of the environment stands first. */
static GPtrArray *
gather (ActCommandTarget *target,
        ActConnection    *own)
{
  GListModel *model = G_LIST_MODEL (target->connections);
  GPtrArray  *all = g_ptr_array_new_with_free_func ((GDestroyNotify) act_connection_unref);

  if (own != NULL)
    g_ptr_array_add (all, act_connection_ref (own));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ActConnectionEntry) entry = g_list_model_get_item (model, i);
      ActConnection *connection = act_connection_entry_get_connection (entry);

      if (own == NULL ||
          !g_str_equal (act_connection_get_id (connection), act_connection_get_id (own)))
        g_ptr_array_add (all, act_connection_ref (connection));
    }

  return all;
}

static gboolean
is_called (ActConnection *connection,
           const char    *name)
{
  return g_str_equal (act_connection_get_id (connection), name) ||
         g_str_equal (act_connection_get_organisation_id (connection), name) ||
         g_ascii_strcasecmp (act_connection_get_name (connection), name) == 0;
}

static GPtrArray *
find (GPtrArray  *connections,
      const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < connections->len; i++)
    {
      if (is_called (g_ptr_array_index (connections, i), name))
        g_ptr_array_add (found, g_ptr_array_index (connections, i));
    }

  return found;
}

static void
print_all (GPtrArray *connections)
{
  for (guint i = 0; i < connections->len; i++)
    {
      ActConnection   *connection = g_ptr_array_index (connections, i);
      g_autofree char *name = act_safe_text_line (act_connection_get_name (connection));
      g_autofree char *organisation =
          act_safe_text_line (act_connection_get_organisation_id (connection));

      g_printerr ("  %s\t%s\t%s\t%s\n", act_connection_get_id (connection), name,
                  act_connection_get_base_url (connection), organisation);
    }
}

static ActCommandExit
refuse (const char *complaint,
        GPtrArray  *connections)
{
  g_printerr ("actioned: %s\n", complaint);
  print_all (connections);

  return ACT_COMMAND_MISUSED;
}

/* A secret of the environment belongs to the connection of the environment; if that names none, to
 * the one that is asked for. Any other one has its own in the keyring. */
static void
take (ActCommandTarget *target,
      ActConnection    *connection,
      ActConnection    *own)
{
  gboolean    is_own = own == NULL || g_str_equal (act_connection_get_id (connection),
                                                   act_connection_get_id (own));
  const char *secret = is_own ? target->secret : NULL;

  target->entry = g_object_ref (act_connections_add_for_session (target->connections, connection, secret));
  g_clear_pointer (&target->secret, act_connection_source_free_secret);
}

static ActCommandExit
choose_by_name (ActCommandTarget *target,
                const char       *name)
{
  g_autoptr (ActConnection) own = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *safe_name = act_safe_text_line (name);
  g_autofree char *complaint = NULL;

  if (!act_connection_source_names_nothing (NULL))
    {
      own = act_connection_source_find (NULL, "", NULL);

      /* It is for a connection that is not wholly named, so nobody knows that it is for this one. */
      if (own == NULL)
        g_clear_pointer (&target->secret, act_connection_source_free_secret);
    }
  all = gather (target, own);
  found = find (all, name);
  if (found->len == 1)
    {
      take (target, g_ptr_array_index (found, 0), own);
      return ACT_COMMAND_DONE;
    }

  if (found->len > 1)
    {
      complaint = g_strdup_printf (_ ("Several connections are called “%s”. Give --connection one "
                                      "of these ids:"),
                                   safe_name);
      return refuse (complaint, found);
    }

  complaint = g_strdup_printf (all->len > 0 ? _ ("There is no connection “%s”. There are:")
                                            : _ ("There is no connection “%s”."),
                               safe_name);

  return refuse (complaint, all);
}

/* Without a word of the environment it is the only one that there is. */
static ActCommandExit
choose_the_only_one (ActCommandTarget *target)
{
  g_autoptr (GPtrArray) all = gather (target, NULL);

  if (all->len == 1)
    {
      take (target, g_ptr_array_index (all, 0), NULL);
      return ACT_COMMAND_DONE;
    }
  if (all->len > 1)
    return refuse (_ ("There are several connections. Choose one with --connection:"), all);

  g_printerr ("%s", _ ("actioned: No organisation is connected yet. Start “actioned” and connect one, "
                       "or set ACTIONED_ORG_ID, ACTIONED_API_KEY and ACTIONED_API_SECRET.\n"));

  return ACT_COMMAND_FAILED;
}

/* The keyring may have the secret; but if something else is missing too, all is said at once. */
static ActCommandExit
choose_by_environment (ActCommandTarget *target,
                       const char       *base_url,
                       gboolean          needs_secret)
{
  g_autoptr (ActConnection) own = act_connection_source_find (base_url, "", NULL);
  g_autoptr (GError) error = NULL;

  if (own != NULL)
    {
      take (target, own, own);
      return ACT_COMMAND_DONE;
    }

  act_connection_source_find (base_url, needs_secret ? target->secret : "", &error);
  act_command_print_error (error);

  return ACT_COMMAND_FAILED;
}

static ActCommandExit
check_secret (const ActCommandTarget *target)
{
  g_autoptr (GError) error = NULL;

  if (act_command_find_secret (target, &error))
    return ACT_COMMAND_DONE;

  act_command_print_error (error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_printerr ("%s", _ ("actioned: Enter the secret in the window of “actioned”, or set "
                         "ACTIONED_API_SECRET.\n"));

  return ACT_COMMAND_FAILED;
}

/**
 * act_connection_choice_make:
 * @target: gets the folder, the list of connections and the one that is chosen
 * @arguments: what the command line says
 * @needs_secret: whether the command can do nothing without the secret
 *
 * Chooses a connection: the one that is named, the one of the environment, or the only one that was
 * ever opened. Says on stderr why there is none, and which there are if it is not clear. The secret
 * is taken in any case: it is not for the programs that this one starts.
 *
 * Returns: %ACT_COMMAND_DONE if there is one
 */
ActCommandExit
act_connection_choice_make (ActCommandTarget          *target,
                            const ActCommandArguments *arguments,
                            gboolean                   needs_secret)
{
  ActCommandExit chosen;

  target->secret = act_connection_source_take_secret ();
  target->folder = act_connection_source_get_folder ();
  target->connections = act_connections_new_silent (target->folder);

  if (arguments->connection != NULL)
    chosen = choose_by_name (target, arguments->connection);
  else if (act_connection_source_names_nothing (arguments->base_url))
    chosen = choose_the_only_one (target);
  else
    chosen = choose_by_environment (target, arguments->base_url, needs_secret);

  return chosen == ACT_COMMAND_DONE && needs_secret ? check_secret (target) : chosen;
}
