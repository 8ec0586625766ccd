/* The simulator as a program
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-faults.h"
#include "act-simulator-time.h"
#include "act-simulator.h"

#include <glib-unix.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

static int      events = -1;
static int      accounts = -1;
static gint64   seed = -1;
static int      port = 0;
static char    *now = NULL;
static char    *state = NULL;
static int      outage = 0;
static int      latency = 0;
static int      rate_limit = 0;
static int      token_life = -1;
static int      run_time = -1;
static int      slow_time = -1;
static int      retention = -1;
static gboolean null_dt_actioned = FALSE;
static gboolean empty_next_token = FALSE;
static gboolean offset_cursor = FALSE;
static GStrv    faults = NULL;

static const GOptionEntry entries[] = {
  { "events", 0, 0, G_OPTION_ARG_INT, &events, "How many events there are (240)", "N" },
  { "outage", 0, 0, G_OPTION_ARG_INT, &outage, "How many of the newest events are errors of one fault (0)", "N" },
  { "accounts", 0, 0, G_OPTION_ARG_INT, &accounts, "How many accounts there are (as many as go with the events)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "The same seed makes the same organisation, keys and events (1)", "N" },
  { "port", 0, 0, G_OPTION_ARG_INT, &port, "Listen on this port of 127.0.0.1 (0: any)", "N" },
  { "now", 0, 0, G_OPTION_ARG_STRING, &now, "The time at the start, in ISO 8601 (the computer's)", "TIME" },
  { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, "Keep changes and ledger in this file. A world that is in it goes on with its own seed and events",
    "FILE" },
  { "latency-ms", 0, 0, G_OPTION_ARG_INT, &latency, "Let every answer wait", "MS" },
  { "rate-limit", 0, 0, G_OPTION_ARG_INT, &rate_limit, "Answer this many requests a second, others with 429 (0: all)", "N" },
  { "token-life", 0, 0, G_OPTION_ARG_INT, &token_life, "How long a token lives (18000)", "SECONDS" },
  { "run-ms", 0, 0, G_OPTION_ARG_INT, &run_time, "How long a replayed run takes (1500)", "MS" },
  { "slow-ms", 0, 0, G_OPTION_ARG_INT, &slow_time, "How long a slow body takes (3000)", "MS" },
  { "retention-days", 0, 0, G_OPTION_ARG_INT, &retention, "Forget events that are older (28; 0: never)", "DAYS" },
  { "null-dt-actioned", 0, 0, G_OPTION_ARG_NONE, &null_dt_actioned, "Give an open event \"dtActioned\": null", NULL },
  { "empty-next-token", 0, 0, G_OPTION_ARG_NONE, &empty_next_token, "Give a last page \"nextToken\": \"\"", NULL },
  { "offset-cursor", 0, 0, G_OPTION_ARG_NONE, &offset_cursor, "Let cursors count events, so that pages shift", NULL },
  { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &faults, "Let a fault happen on every Nth call; may be given more than once", "KIND:N" },
  { NULL },
};

static gboolean
take_number (int         value,
             int         least,
             int         most,
             const char *name,
             guint      *target,
             GError    **error)
{
  if (value >= least && value <= most)
    {
      *target = (guint) value;
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--%s must be from %d to %d.", name, least, most);

  return FALSE;
}

static gboolean
fill_options (ActSimulatorOptions *options,
              GError             **error)
{
  guint port_number = 0;

  if ((events >= 0 && !take_number (events, 0, ACT_SIMULATOR_MAX_EVENTS, "events", &options->events, error)) ||
      (accounts >= 0 && !take_number (accounts, ACT_SIMULATOR_MIN_ACCOUNTS, ACT_SIMULATOR_MAX_ACCOUNTS, "accounts",
                                      &options->accounts, error)) ||
      (token_life >= 0 && !take_number (token_life, 1, G_MAXINT, "token-life", &options->token_life_s, error)) ||
      (run_time >= 0 && !take_number (run_time, 0, G_MAXINT, "run-ms", &options->run_ms, error)) ||
      (slow_time >= 0 && !take_number (slow_time, 1, G_MAXINT, "slow-ms", &options->slow_ms, error)) ||
      (retention >= 0 && !take_number (retention, 0, 100000, "retention-days", &options->retention_days, error)) ||
      !take_number (port, 0, 65535, "port", &port_number, error) ||
      !take_number (outage, 0, ACT_SIMULATOR_MAX_EVENTS, "outage", &options->outage, error) ||
      !take_number (latency, 0, G_MAXINT, "latency-ms", &options->latency_ms, error) ||
      !take_number (rate_limit, 0, G_MAXINT, "rate-limit", &options->rate_limit, error))
    return FALSE;

  if (now != NULL && !act_simulator_parse_time (now, &options->now_ms))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--now must be a time in ISO 8601.");
      return FALSE;
    }

  if (seed >= 0)
    options->seed = (guint64) seed;
  options->port = (guint16) port_number;
  options->state_file = g_strdup (state);
  options->null_dt_actioned = null_dt_actioned;
  options->empty_next_token = empty_next_token;
  options->offset_cursor = offset_cursor;
  for (guint i = 0; faults != NULL && faults[i] != NULL; i++)
    act_simulator_options_add_fault (options, faults[i]);

  return act_simulator_options_check (options, error);
}

static void
tell_ready (ActSimulator *simulator)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  JsonObject      *json = json_object_new ();

  json_object_set_string_member (json, "baseUrl", act_simulator_get_base_url (simulator));
  json_object_set_string_member (json, "orgId", act_simulator_get_org_id (simulator));
  json_object_set_string_member (json, "apiKey", act_simulator_get_api_key (simulator));
  json_object_set_string_member (json, "apiSecret", act_simulator_get_api_secret (simulator));
  json_node_take_object (node, json);

  text = json_to_string (node, FALSE);
  printf ("%s\n", text);
  (void) fflush (stdout);
}

static gboolean
ended_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
read_arguments (int                 *argc,
                char              ***argv,
                ActSimulatorOptions *options,
                GError             **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *kinds = act_simulator_faults_describe ();

  g_option_context_set_summary (context, "Pretends to be the remote API, for demonstrations, tests and benchmarks. "
                                         "Listens on this computer only.");
  g_option_context_set_description (context, kinds);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  if (*argc > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, "“%s” is not understood.", (*argv)[1]);
      return FALSE;
    }

  return fill_options (options, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (ActSimulatorOptions) options = act_simulator_options_new ();
  g_autoptr (ActSimulator) simulator = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;

  if (!read_arguments (&argc, &argv, options, &error))
    {
      fprintf (stderr, "actioned-simulator: %s\n", error->message);
      return 2;
    }

  simulator = act_simulator_new (options);
  if (!act_simulator_start (simulator, &error))
    {
      fprintf (stderr, "actioned-simulator: %s\n", error->message);
      return EXIT_FAILURE;
    }

  g_unix_signal_add (SIGTERM, ended_cb, loop);
  g_unix_signal_add (SIGINT, ended_cb, loop);
  tell_ready (simulator);
  g_main_loop_run (loop);
  act_simulator_stop (simulator);

  return EXIT_SUCCESS;
}
