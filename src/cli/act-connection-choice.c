/* Which connection a command works on
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-choice.h"

#include "act-connection-list.h"
#include "act-connection-source.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

static gboolean
contains (GPtrArray     *connections,
          ActConnection *connection)
{
  for (guint i = 0; i < connections->len; i++)
    {
      if (g_str_equal (act_connection_get_id (g_ptr_array_index (connections, i)),
                       act_connection_get_id (connection)))
        return TRUE;
    }

  return FALSE;
}

/* The connection of the environment stands first, with its secret; it may have a new key. */
static GPtrArray *
gather (ActCommandTarget *target,
        ActConnection    *own)
{
  g_autoptr (GPtrArray) known = act_connection_list_load (target->folder);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) act_connection_unref);

  if (own != NULL)
    g_ptr_array_add (all, act_connection_ref (own));
  for (guint i = 0; i < known->len; i++)
    {
      ActConnection *connection = g_ptr_array_index (known, i);

      if (!contains (all, connection))
        g_ptr_array_add (all, act_connection_ref (connection));
    }

  return all;
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
 * the one that is asked for. */
static void
take (ActCommandTarget *target,
      ActConnection    *connection,
      gboolean          is_own,
      gboolean          has_own)
{
  target->connection = act_connection_ref (connection);
  if (!is_own && has_own)
    g_clear_pointer (&target->secret, act_connection_source_free_secret);
}

static ActCommandExit
choose_by_name (ActCommandTarget *target,
                ActConnection    *own,
                const char       *name)
{
  g_autoptr (GPtrArray) all = gather (target, own);
  g_autoptr (GPtrArray) found = act_connection_list_find (all, name);
  g_autofree char *safe_name = act_safe_text_line (name);
  g_autofree char *complaint = NULL;

  if (found->len == 1)
    {
      ActConnection *connection = g_ptr_array_index (found, 0);

      take (target, connection, connection == own, own != NULL);
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

/* What the environment says goes first; without a word of it, the only one that there is. */
static ActCommandExit
choose_by_itself (ActCommandTarget *target,
                  const char       *base_url,
                  gboolean          needs_secret)
{
  g_autoptr (GPtrArray) known = act_connection_list_load (target->folder);
  g_autoptr (GError) error = NULL;

  if (act_connection_source_names_nothing (base_url) && known->len == 1)
    {
      take (target, g_ptr_array_index (known, 0), FALSE, FALSE);
      return ACT_COMMAND_DONE;
    }
  if (act_connection_source_names_nothing (base_url) && known->len > 1)
    return refuse (_ ("There are several connections. Choose one with --connection:"), known);

  target->connection =
      act_connection_source_find (base_url, needs_secret ? target->secret : "", &error);
  if (target->connection != NULL)
    return ACT_COMMAND_DONE;

  act_command_print_error (error);

  return ACT_COMMAND_FAILED;
}

static ActCommandExit
check_secret (const ActCommandTarget *target,
              gboolean                needs_secret)
{
  g_autoptr (GError) error = NULL;

  if (!needs_secret || target->secret != NULL)
    return ACT_COMMAND_DONE;

  act_connection_source_check_secret (target->secret, &error);
  act_command_print_error (error);

  return ACT_COMMAND_FAILED;
}

/**
 * act_connection_choice_make:
 * @target: gets the folder, the connection and, if that is known, its secret
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
  g_autoptr (ActConnection) own = NULL;
  ActCommandExit chosen;

  target->secret = act_connection_source_take_secret ();
  target->folder = act_connection_source_get_folder ();

  if (arguments->connection != NULL)
    {
      if (!act_connection_source_names_nothing (NULL))
        own = act_connection_source_find (NULL, "", NULL);
      chosen = choose_by_name (target, own, arguments->connection);
    }
  else
    {
      chosen = choose_by_itself (target, arguments->base_url, needs_secret);
    }

  return chosen == ACT_COMMAND_DONE ? check_secret (target, needs_secret) : chosen;
}
