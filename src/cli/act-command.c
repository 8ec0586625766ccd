/* What the commands have in common
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-command.h"

#include "act-action-command.h"
#include "act-command-arguments.h"
#include "act-connection-choice.h"
#include "act-connection-source.h"
#include "act-connections.h"
#include "act-error-text.h"
#include "act-export-command.h"
#include "act-list-command.h"
#include "act-pending-command.h"
#include "act-show-command.h"
#include "act-status-command.h"
#include "act-sync-command.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>

/* How wide the names of the commands are in their list. */
#define COLUMN_WIDTH 14

typedef struct
{
  const char       *name;
  const char       *summary;
  const char       *words; /* (nullable): how the words behind it are called */
  guint             min_words;
  guint             max_words;
  gboolean          needs_secret;
  ActCommandOptions options;
  ActCommandExit (*run) (const ActCommandTarget    *target,
                         const ActCommandArguments *arguments);
} Command;

static const Command commands[] = {
  { "sync", N_ ("Read new events and send changes"), NULL, 0, 0, TRUE, 0, act_sync_command_run },
  { "list", N_ ("Print events"), NULL, 0, 0, FALSE,
    ACT_COMMAND_HAS_SEARCH | ACT_COMMAND_HAS_ACTIONED | ACT_COMMAND_HAS_JSON,
    act_list_command_run },
  { "show", N_ ("Print all about an event"), N_ ("ID"), 1, 1, FALSE, ACT_COMMAND_HAS_JSON,
    act_show_command_run },
  { "action", N_ ("Mark events as actioned"), N_ ("[ID…]"), 0, G_MAXUINT, FALSE,
    ACT_COMMAND_HAS_SEARCH | ACT_COMMAND_HAS_YES, act_action_command_run },
  { "export", N_ ("Write events into a file"), N_ ("FILE"), 1, 1, FALSE,
    ACT_COMMAND_HAS_SEARCH | ACT_COMMAND_HAS_ACTIONED | ACT_COMMAND_HAS_FORMAT,
    act_export_command_run },
  { "pending", N_ ("Print changes that the server does not have"), NULL, 0, 0, FALSE,
    ACT_COMMAND_HAS_JSON, act_pending_command_run },
  { "status", N_ ("Print how the connection stands"), NULL, 0, 0, FALSE, ACT_COMMAND_HAS_JSON,
    act_status_command_run },
};

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_strcmp0 (commands[i].name, name) == 0)
        return &commands[i];
    }

  return NULL;
}

static char *
find_complaint (const Command             *command,
                const ActCommandArguments *arguments)
{
  guint n_words = act_command_arguments_count_words (arguments);

  if (n_words > command->max_words)
    return g_strdup_printf (_ ("“%s” is not understood."), arguments->words[command->max_words]);
  if (n_words < command->min_words)
    /* Translators: what is missing, as “ID”. */
    return g_strdup_printf (_ ("%s is missing."), _ (command->words));
  if (arguments->demo && arguments->base_url != NULL)
    return g_strdup (_ ("The demo has a server of its own, so --base-url cannot be used."));
  if (arguments->connection != NULL && (arguments->demo || arguments->base_url != NULL))
    return g_strdup (_ ("--connection cannot be used with --demo or --base-url."));

  return NULL;
}

static gboolean
parse (GOptionContext      *context,
       const Command       *command,
       ActCommandArguments *arguments,
       int                 *argc,
       char              ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    complaint = g_strdup (error->message);
  else
    complaint = find_complaint (command, arguments);

  if (complaint != NULL)
    act_command_refuse (context, complaint);

  return complaint == NULL;
}

static ActCommandExit
find_demo (ActCommandTarget  *target,
           ActCommandDemoFunc start_demo,
           gpointer           data)
{
  g_autoptr (GError) error = NULL;

  act_connection_source_free_secret (act_connection_source_take_secret ());
  target->is_demo = TRUE;
  if (start_demo (target, data, &error))
    {
      target->connections = act_connections_new_unkept (target->folder);
      target->entry = g_object_ref (act_connections_add_for_session (target->connections, target->connection,
                                                                     target->secret));
      return ACT_COMMAND_DONE;
    }

  g_printerr ("actioned: %s\n", error->message);

  return ACT_COMMAND_FAILED;
}

/* The first signal lets the command end in order; the second one ends it as usual. */
static gboolean
stop_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

/* What was printed may have gone nowhere, which only some commands look at themselves. */
static ActCommandExit
check_output (ActCommandExit code)
{
  if (code != ACT_COMMAND_DONE || (fflush (stdout) == 0 && !ferror (stdout)))
    return code;

  g_printerr ("%s", _ ("actioned: The output could not be written.\n"));

  return ACT_COMMAND_FAILED;
}

static ActCommandExit
run_stoppable (const Command             *command,
               ActCommandTarget          *target,
               const ActCommandArguments *arguments)
{
  ActCommandExit code;
  guint          interrupt = 0, terminate = 0;

  interrupt = g_unix_signal_add (SIGINT, stop_cb, target->cancellable);
  terminate = g_unix_signal_add (SIGTERM, stop_cb, target->cancellable);
  code = command->run (target, arguments);

  if (g_cancellable_is_cancelled (target->cancellable))
    return ACT_COMMAND_STOPPED;

  g_source_remove (interrupt);
  g_source_remove (terminate);

  return check_output (code);
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
  return find_command (name) != NULL;
}

/**
 * act_command_list_all:
 *
 * Returns: (transfer full): what the commands are, one a line
 */
char *
act_command_list_all (void)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const Command   *command = &commands[i];
      g_autofree char *line = command->words != NULL
                                  ? g_strconcat (command->name, " ", _ (command->words), NULL)
                                  : g_strdup (command->name);

      g_string_append_printf (list, "  %s%*s %s\n", line,
                              (int) MAX (0, COLUMN_WIDTH - g_utf8_strlen (line, -1)), "",
                              _ (command->summary));
    }

  return g_string_free (list, FALSE);
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
  g_auto (ActCommandArguments) arguments = { 0 };
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *name = NULL;
  const Command   *command = NULL;
  ActCommandExit   found = ACT_COMMAND_DONE;

  g_return_val_if_fail (argc > 0, ACT_COMMAND_MISUSED);

  command = find_command (argv[0]);
  if (command == NULL)
    return ACT_COMMAND_MISUSED;

  /* What the usage line begins with. */
  name = g_strconcat ("actioned ", argv[0], NULL);
  g_set_prgname (name);

  context = act_command_arguments_create_context (
      &arguments, command->words != NULL ? _ (command->words) : NULL, command->options);
  g_option_context_set_summary (context, _ (command->summary));
  if (!parse (context, command, &arguments, &argc, &argv))
    return ACT_COMMAND_MISUSED;

  target.cancellable = g_cancellable_new ();
  target.verbose = arguments.verbose;
  if (arguments.demo)
    found = find_demo (&target, start_demo, data);
  else
    found = act_connection_choice_make (&target, &arguments, command->needs_secret);

  return found == ACT_COMMAND_DONE ? run_stoppable (command, &target, &arguments) : found;
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
 * act_command_complain:
 * @complaint: what is wrong with the values on the command line
 *
 * Says on stderr what is wrong.
 *
 * Returns: %ACT_COMMAND_MISUSED
 */
ActCommandExit
act_command_complain (const char *complaint)
{
  g_printerr ("actioned: %s\n", complaint);

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
  g_autoptr (ActErrorText) text = act_error_text_new_for_command (error);
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
 * Says on stderr what happened, why, and what to do. Whoever stops a command knows it.
 */
void
act_command_print_error (const GError *error)
{
  g_autofree char *whole = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  whole = act_command_describe_error (error);
  g_printerr ("actioned: %s\n", whole);
}
