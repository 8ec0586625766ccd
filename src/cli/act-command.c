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
  ActCommandExit (*run) (const ActCommandTarget *target,
                         gboolean                json);
  gboolean has_json;
  gboolean needs_secret;
} commands[] = {
  { "list", act_list_command_run, TRUE, FALSE },
  { "sync", act_sync_command_run, FALSE, TRUE },
};

/* What the command line of a command says. */
typedef struct
{
  char    *base_url;
  gboolean demo;
  gboolean json;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_free (arguments->base_url);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static GOptionContext *
create_context (gsize      command,
                Arguments *arguments)
{
  GOptionContext    *context = g_option_context_new (NULL);
  const GOptionEntry entries[] = {
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &arguments->base_url,
      N_ ("The server to speak to, instead of ACTIONED_BASE_URL"), N_ ("URL") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &arguments->demo,
      N_ ("Work on the built-in demo, which needs no network"), NULL },
    { NULL },
  };
  const GOptionEntry json_entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &arguments->json, N_ ("Print one JSON object a line"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (commands[command].has_json)
    g_option_context_add_main_entries (context, json_entries, GETTEXT_PACKAGE);

  return context;
}

static gboolean
parse (GOptionContext *context,
       Arguments      *arguments,
       int            *argc,
       char         ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    complaint = g_strdup (error->message);
  else if (*argc > 1)
    complaint = g_strdup_printf (_ ("“%s” is not understood."), (*argv)[1]);
  else if (arguments->demo && arguments->base_url != NULL)
    complaint = g_strdup (_ ("The demo has a server of its own, so --base-url cannot be used."));

  if (complaint != NULL)
    act_command_refuse (context, complaint);

  return complaint == NULL;
}

/* The secret is taken in any case: it is not for the programs that this one starts. */
static gboolean
find_target (ActCommandTarget *target,
             const char       *base_url,
             gboolean          needs_secret)
{
  g_autoptr (GError) error = NULL;

  target->secret = act_connection_source_take_secret ();
  target->folder = act_connection_source_get_folder ();
  target->connection = act_connection_source_find (base_url, needs_secret ? target->secret : "",
                                                   &error);
  if (target->connection != NULL)
    return TRUE;

  act_command_print_error (error);

  return FALSE;
}

static gboolean
find_demo (ActCommandTarget  *target,
           ActCommandDemoFunc start_demo,
           gpointer           data)
{
  g_autoptr (GError) error = NULL;

  act_connection_source_free_secret (act_connection_source_take_secret ());
  if (start_demo (target, data, &error))
    return TRUE;

  g_printerr ("actioned: %s\n", error->message);

  return FALSE;
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
 * @start_demo: (scope call): starts the demo
 * @data: for @start_demo
 *
 * Runs a command.
 *
 * Returns: what the program is to exit with
 */
ActCommandExit
act_command_run (int                argc,
                 char             **argv,
                 ActCommandDemoFunc start_demo,
                 gpointer           data)
{
  g_auto (ActCommandTarget) target = { 0 };
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *name = NULL;
  gsize            command = 0;
  gboolean         found = FALSE;

  g_return_val_if_fail (argc > 0, ACT_COMMAND_MISUSED);

  if (!find_command (argv[0], &command))
    return ACT_COMMAND_MISUSED;

  /* What the usage line begins with. */
  name = g_strconcat ("actioned ", argv[0], NULL);
  g_set_prgname (name);

  context = create_context (command, &arguments);
  if (!parse (context, &arguments, &argc, &argv))
    return ACT_COMMAND_MISUSED;

  if (arguments.demo)
    found = find_demo (&target, start_demo, data);
  else
    found = find_target (&target, arguments.base_url, commands[command].needs_secret);

  return found ? commands[command].run (&target, arguments.json) : ACT_COMMAND_FAILED;
}

/**
 * act_command_refuse:
 * @context: how the command line is to be
 * @complaint: what is wrong with it
 *
 * Says on stderr what is wrong with a command line, and how it is to be.
 *
 * Returns: %ACT_COMMAND_MISUSED
 */
ActCommandExit
act_command_refuse (GOptionContext *context,
                    const char     *complaint)
{
  g_autofree char *usage = g_option_context_get_help (context, TRUE, NULL);

  g_printerr ("actioned: %s\n\n%s", complaint, usage);

  return ACT_COMMAND_MISUSED;
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
