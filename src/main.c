/* The command line: the application, the demo, or a command without a display
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-application.h"
#include "act-command.h"
#include "act-connection-source.h"
#include "act-demo.h"
#include "act-event-link.h"
#include "act-guard.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

/* What the command line of the application says. */
typedef struct
{
  gboolean demo;
  gboolean verbose;
  gboolean version;
  char    *now;
  char    *base_url;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_free (arguments->now);
  g_free (arguments->base_url);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static GOptionContext *
create_context (Arguments *arguments)
{
  g_autofree char   *commands = NULL;
  g_autofree char   *description = NULL;
  GOptionContext    *context = g_option_context_new (_ ("[COMMAND|LINK]"));
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &arguments->demo,
      N_ ("Open the built-in demo, which needs no network"), NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &arguments->now,
      N_ ("The time at which a new demo begins, in ISO 8601"), N_ ("TIME") },
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &arguments->base_url,
      N_ ("The server to speak to, instead of ACTIONED_BASE_URL"), N_ ("URL") },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &arguments->verbose,
      N_ ("Print each request on standard error"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &arguments->version, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Review integration error events and mark them as "
                                            "actioned."));
  commands = act_command_list_all ();
  description = g_strdup_printf (
      _ ("Commands that need no display:\n"
         "%s"
         "“actioned COMMAND --help” tells more.\n"
         "\n"
         "The connections are those that were made in the window. One is also read from "
         "ACTIONED_BASE_URL, ACTIONED_ORG_ID, ACTIONED_API_KEY and ACTIONED_API_SECRET, or from "
         "the same names with M3TER_."),
      commands);
  g_option_context_set_description (context, description);

  /* Those of an activation by the session bus are parsed later. */
  g_option_context_set_ignore_unknown_options (context, TRUE);

  return context;
}

/* Returns what is wrong with the command line, or NULL. */
static char *
parse (GOptionContext *context,
       Arguments      *arguments,
       int            *argc,
       char         ***argv)
{
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    return g_strdup (error->message);

  for (int i = 1; i < *argc; i++)
    {
      if (act_command_is_known ((*argv)[i]))
        return g_strdup_printf (_ ("“%s” has to be the first word."), (*argv)[i]);
      if (!g_str_has_prefix ((*argv)[i], "--gapplication-") && !act_event_link_has_scheme ((*argv)[i]))
        return g_strdup_printf (_ ("“%s” is not understood."), (*argv)[i]);
    }

  if (arguments->demo && arguments->base_url != NULL)
    return g_strdup (_ ("The demo has a server of its own, so --base-url cannot be used."));

  return NULL;
}

/* The secret is taken in any case: it is not for the programs that this one starts. Without one the
 * keyring may have it; but if something else is missing too, all is said at once. */
static void
use_environment (ActLaunch *launch,
                 Arguments *arguments)
{
  char *secret = act_connection_source_take_secret ();
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  if (!arguments->demo && !act_connection_source_is_empty (arguments->base_url, secret))
    {
      connection = act_connection_source_find (arguments->base_url, "", NULL);
      if (connection == NULL)
        {
          act_connection_source_find (arguments->base_url, secret, &error);
          launch->problem = act_command_describe_error (error);
        }
      else
        {
          act_launch_set_connection (launch, connection, secret);
        }
    }

  act_connection_source_free_secret (secret);
}

static ActLaunch *
create_launch (Arguments *arguments,
               ActDemo   *demo)
{
  ActLaunch *launch = act_launch_new ();

  launch->directory = act_connection_source_get_folder ();
  launch->is_demo = arguments->demo;
  launch->verbose = arguments->verbose;
  launch->start_demo = act_demo_start;
  launch->reset_demo = act_demo_reset;
  launch->demo_data = demo;
  use_environment (launch, arguments);

  return launch;
}

/* The other process has its own list of connections, and a secret is not handed about. */
static void
ask_other_process (GApplication *application,
                   ActLaunch    *launch)
{
  if (launch->connection != NULL)
    g_action_group_activate_action (
        G_ACTION_GROUP (application), "show-connection",
        g_variant_new_string (act_connection_get_id (launch->connection)));

  g_printerr ("%s", _ ("actioned: It is running already. If the connection is in its list, it is shown "
                       "with the key that it has there.\n"));
}

/* A process that only asks another one to show its window must not start a second server, nor let
 * anybody think that the window is one of the connection that was asked for here. */
static void
prepare (GApplication *application,
         ActLaunch    *launch,
         ActDemo      *demo)
{
  g_autoptr (GError) error = NULL;

  /* If it fails, so does the run, which says why. */
  if (!g_application_register (application, NULL, NULL))
    return;

  if (!launch->is_demo && g_application_get_is_remote (application))
    ask_other_process (application, launch);
  else if (launch->is_demo && !g_application_get_is_remote (application) &&
           !act_demo_start (launch, demo, &error))
    launch->problem = g_strdup (error->message);
}

static int
run_application (Arguments *arguments,
                 int        argc,
                 char     **argv)
{
  g_autoptr (ActDemo) demo = act_demo_new (arguments->now);
  ActLaunch *launch = create_launch (arguments, demo);
  g_autoptr (ActApplication) application = act_application_new ();
  gboolean asks = launch->is_demo || launch->connection != NULL || launch->problem != NULL;

  act_application_set_launch (application, launch);
  g_signal_connect (application, "startup", G_CALLBACK (act_guard_against_readers), NULL);
  if (asks)
    prepare (G_APPLICATION (application), launch, demo);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

static gboolean
start_demo_for_command (ActCommandTarget *target,
                        gpointer          data,
                        GError          **error)
{
  ActDemo **demo = data;
  g_autoptr (ActLaunch) launch = act_launch_new ();

  *demo = act_demo_new (NULL);
  if (!act_demo_start (launch, *demo, error))
    return FALSE;

  target->connection = act_connection_ref (launch->connection);
  target->secret = g_strdup (launch->secret);
  target->folder = g_strdup (launch->directory);

  return TRUE;
}

static ActCommandExit
run_command (int    argc,
             char **argv)
{
  g_autoptr (ActDemo) demo = NULL;

  act_guard_against_readers ();

  return act_command_run (argc, argv, start_demo_for_command, &demo);
}

int
main (int    argc,
      char **argv)
{
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *complaint = NULL;

  act_guard_against_cores ();
  (void) setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && act_command_is_known (argv[1]))
    return run_command (argc - 1, argv + 1);

  context = create_context (&arguments);
  complaint = parse (context, &arguments, &argc, &argv);
  if (complaint != NULL)
    return act_command_refuse (context, complaint);

  if (arguments.version)
    {
      g_print ("Actioned " ACT_VERSION "\n");
      return EXIT_SUCCESS;
    }

  return run_application (&arguments, argc, argv);
}
