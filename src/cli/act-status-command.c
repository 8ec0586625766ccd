/* The command that prints how a connection stands
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-status-command.h"

#include "act-command-session.h"
#include "act-json-report.h"
#include "act-safe-text.h"
#include "act-time-text.h"

#include <glib/gi18n.h>

static void
print_fact (const char *name,
            const char *value)
{
  g_autofree char *safe = act_safe_text_line (value);

  g_print ("%s\t%s\n", name, safe);
}

static void
print_count (const char *name,
             guint       n)
{
  g_autofree char *value = g_strdup_printf ("%u", n);

  print_fact (name, value);
}

static void
print_plain (ActSession      *session,
             const ActCounts *counts)
{
  ActConnection   *connection = act_session_get_connection (session);
  g_autofree char *as_of = act_time_text_exact (act_session_get_as_of (session));

  print_fact (_ ("Connection"), act_connection_get_name (connection));
  print_fact (_ ("Id"), act_connection_get_id (connection));
  print_fact (_ ("Server"), act_connection_get_base_url (connection));
  print_fact (_ ("Organisation"), act_connection_get_organisation_id (connection));
  print_fact (_ ("As of"), as_of);
  print_count (_ ("Open"), act_counts_get_open (counts));
  print_count (_ ("All events"), act_counts_get_all (counts));
  print_count (_ ("Waiting"), counts->waiting);
  print_count (_ ("Refused"), counts->refused + counts->refused_changes);
  print_count (_ ("On this device only"), counts->local);
}

/**
 * act_status_command_run:
 * @target: the store
 * @arguments: what the command line says: whether a JSON object is printed; if not, a fact a line with
 *   a tab behind its name
 *
 * Prints what is known of a connection, without asking the server.
 *
 * Returns: %ACT_COMMAND_DONE if that succeeded
 */
ActCommandExit
act_status_command_run (const ActCommandTarget    *target,
                        const ActCommandArguments *arguments)
{
  ActSession *session = act_command_open (target);
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GError) error = NULL;

  if (session == NULL)
    return ACT_COMMAND_FAILED;

  act_session_count_async (session, target->cancellable, act_command_take_result, &counted);
  counts = act_session_count_finish (session, act_command_wait (&counted), &error);
  if (counts == NULL)
    {
      act_command_print_error (error);
    }
  else if (arguments->json)
    {
      g_autofree char *json =
          act_json_report_status (act_connection_entry_get_connection (target->entry), counts, act_session_get_as_of (session),
                                  act_session_get_can_mark (session));

      g_print ("%s\n", json);
    }
  else
    {
      print_plain (session, counts);
    }

  return act_command_close (target) && counts != NULL ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
