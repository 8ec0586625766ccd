/* What the commands have in common
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-command.h"

#include "act-connection-source.h"
#include "act-error-text.h"
#include "act-list-command.h"
#include "act-sync-command.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  ActCommandExit (*run) (ActConnection *connection,
                         const char    *secret,
                         gboolean       json);
  gboolean    has_json;
  gboolean    needs_secret;
} commands[] = {
  { "list", act_list_command_run, TRUE, FALSE },
  { "sync", act_sync_command_run, FALSE, TRUE },
};

static gboolean
parse (GOptionContext *context,
       int            *argc,
       char         ***argv)
{
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_printerr ("actioned: %s\n", error->message);
      return FALSE;
    }

  if (*argc > 1)
    {
      g_printerr (_ ("actioned: “%s” is not understood.\n"), (*argv)[1]);
      return FALSE;
    }

  return TRUE;
}

static ActCommandExit
run_with (gsize       command,
          const char *base_url,
          gboolean    json)
{
  g_autoptr (ActConnection) connection = NULL;
  g_autofree char *secret = act_connection_source_take_secret ();
  g_autoptr (GError) error = NULL;
  ActCommandExit result = ACT_COMMAND_FAILED;

  connection = act_connection_source_find (base_url, &error);
  if (connection != NULL && commands[command].needs_secret && secret == NULL)
    g_set_error_literal (&error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE,
                         "ACTIONED_API_SECRET is not set");

  if (error != NULL)
    act_command_print_error (error);
  else
    result = commands[command].run (connection, secret != NULL ? secret : "", json);

  if (secret != NULL)
    memset (secret, 0, strlen (secret));

  return result;
}

static gboolean
find_command (const char *name,
              gsize      *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_strcmp0 (commands[i].name, name) != 0)
        continue;

      if (command != NULL)
        *command = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * act_command_is_known:
 * @name: the first word of the command line
 *
 * Returns: whether it is a command that needs no display
 */
gboolean
act_command_is_known (const char *name)
{
  return find_command (name, NULL);
}

/**
 * act_command_run:
 * @argc: how many words there are
 * @argv: the words, the command's name first
 *
 * Runs a command.
 *
 * Returns: what the program is to exit with
 */
ActCommandExit
act_command_run (int    argc,
                 char **argv)
{
  gboolean json = FALSE;
  g_autofree char *base_url = NULL;
  gsize command = 0;
  g_autofree char *name = NULL;
  g_autoptr (GOptionContext) context = NULL;
  GOptionEntry entries[] = {
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &base_url,
      N_ ("The server to speak to, instead of ACTIONED_BASE_URL"), N_ ("URL") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print one JSON object a line"), NULL },
    { NULL },
  };

  g_return_val_if_fail (argc > 0, ACT_COMMAND_MISUSED);

  if (!find_command (argv[0], &command))
    return ACT_COMMAND_MISUSED;
  if (!commands[command].has_json)
    entries[1] = (GOptionEntry){ NULL };

  /* What the usage line begins with. */
  name = g_strconcat ("actioned ", argv[0], NULL);
  g_set_prgname (name);

  context = g_option_context_new (NULL);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!parse (context, &argc, &argv))
    return ACT_COMMAND_MISUSED;

  return run_with (command, base_url, json);
}

/**
 * act_command_describe_error:
 * @error: what failed
 *
 * Returns: (transfer full): what happened, why, and what to do
 */
char *
act_command_describe_error (const GError *error)
{
  g_autoptr (ActErrorText) text = act_error_text_new (error);
  g_autofree char *whole = act_error_text_to_string (text);

  /* Which variable it is. The messages of this domain are ours and hold nothing from outside. */
  if (error->domain == ACT_CONNECTION_ERROR)
    return g_strdup_printf ("%s\n%s.", whole, error->message);

  return g_steal_pointer (&whole);
}

/**
 * act_command_print_error:
 * @error: what failed
 *
 * Says on stderr what happened, why, and what to do.
 */
void
act_command_print_error (const GError *error)
{
  g_autofree char *whole = act_command_describe_error (error);

  g_printerr ("actioned: %s\n", whole);
}
