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

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

/* What the command line of the application says. */
typedef struct
{
  gboolean demo;
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

static gboolean
parse (Arguments *arguments,
       int       *argc,
       char    ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[COMMAND]"));
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &arguments->demo,
      N_ ("Open the built-in demo, which needs no network"), NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &arguments->now,
      N_ ("The time at which a new demo begins, in ISO 8601"), N_ ("TIME") },
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &arguments->base_url,
      N_ ("The server to speak to, instead of ACTIONED_BASE_URL"), N_ ("URL") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &arguments->version, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Review integration error events and mark them as "
                                            "actioned."));
  g_option_context_set_description (
      context, _ ("Commands that need no display:\n"
                  "  sync          Read new events and send changes\n"
                  "  list --json   Print the open events, one JSON object a line\n"
                  "\n"
                  "The connection is read from ACTIONED_BASE_URL, ACTIONED_ORG_ID, "
                  "ACTIONED_API_KEY and ACTIONED_API_SECRET, or from the same names with M3TER_."));

  /* Options of the toolkit, and those of an activation by the session bus, are parsed later. */
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  g_printerr ("actioned: %s\n", error->message);

  return FALSE;
}

static void
use_environment (ActLaunch  *launch,
                 const char *base_url)
{
  g_autofree char *secret = act_connection_source_take_secret ();
  g_autoptr (ActConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  if (act_connection_source_is_empty (base_url))
    return;

  connection = act_connection_source_find (base_url, &error);
  if (connection != NULL && secret == NULL)
    g_set_error_literal (&error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_INCOMPLETE,
                         "ACTIONED_API_SECRET is not set");

  if (error != NULL)
    launch->problem = act_command_describe_error (error);
  else
    act_launch_set_connection (launch, connection, secret);

  if (secret != NULL)
    memset (secret, 0, strlen (secret));
}

static ActLaunch *
create_launch (Arguments *arguments,
               ActDemo   *demo)
{
  ActLaunch *launch = act_launch_new ();

  launch->directory = act_connection_source_get_folder ();
  launch->is_demo = arguments->demo;
  launch->start_demo = act_demo_start;
  launch->reset_demo = act_demo_reset;
  launch->demo_data = demo;
  if (!arguments->demo)
    use_environment (launch, arguments->base_url);

  return launch;
}

/* A process that only asks another one to show its window must not start a second server. */
static void
start_demo (GApplication *application,
            ActLaunch    *launch,
            ActDemo      *demo)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("actioned: %s\n", error->message);
      return;
    }

  if (!g_application_get_is_remote (application) && !act_demo_start (launch, demo, &error))
    launch->problem = g_strdup (error->message);
}

static int
run_application (Arguments *arguments,
                 int        argc,
                 char     **argv)
{
  g_autoptr (ActDemo) demo = act_demo_new (arguments->now);
  g_autoptr (ActApplication) application = act_application_new ();
  ActLaunch *launch = create_launch (arguments, demo);
  int status = 0;

  act_application_set_launch (application, launch);
  if (arguments->demo)
    start_demo (G_APPLICATION (application), launch, demo);

  status = g_application_run (G_APPLICATION (application), argc, argv);

  return status;
}

int
main (int    argc,
      char **argv)
{
  g_auto (Arguments) arguments = { 0 };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && act_command_is_known (argv[1]))
    return act_command_run (argc - 1, argv + 1);

  if (!parse (&arguments, &argc, &argv))
    return ACT_COMMAND_MISUSED;

  if (arguments.version)
    {
      g_print ("Actioned " ACT_VERSION "\n");
      return EXIT_SUCCESS;
    }

  if (argc > 1 && argv[1][0] != '-')
    {
      g_printerr (_ ("actioned: “%s” is not understood.\n"), argv[1]);
      return ACT_COMMAND_MISUSED;
    }

  return run_application (&arguments, argc, argv);
}
