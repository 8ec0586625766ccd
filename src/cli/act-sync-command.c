/* The command that synchronises a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-sync-command.h"

#include "act-api-error.h"
#include "act-command-session.h"
#include "act-store-error.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

/* Whoever else synchronises sends too. */
static void
print_failure (const GError *error)
{
  if (g_error_matches (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY))
    g_printerr ("%s", _ ("actioned: A window, or another command, synchronises these events just now. "
                         "Nothing needs to be done.\n"));
  else
    act_command_print_error (error);
}

/* What cannot be read does not keep changes from being sent, unless the server is out of reach. */
static gboolean
refresh (const ActCommandTarget *target,
         ActSession             *session,
         gboolean               *can_send)
{
  g_autoptr (GAsyncResult) refreshed = NULL;
  g_autoptr (GError) error = NULL;

  act_session_refresh_async (session, target->cancellable, act_command_take_result, &refreshed);
  if (act_session_refresh_finish (session, act_command_wait (&refreshed), &error))
    {
      *can_send = TRUE;
      return TRUE;
    }

  *can_send = error->domain == ACT_API_ERROR &&
              act_session_get_state (session) == ACT_SESSION_FAILING;
  print_failure (error);

  return FALSE;
}

static gboolean
send_changes (const ActCommandTarget *target,
              ActSession             *session)
{
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GError) error = NULL;

  act_session_send_async (session, target->cancellable, act_command_take_result, &sent);
  if (act_session_send_finish (session, act_command_wait (&sent), &error))
    return TRUE;

  act_command_print_error (error);

  return FALSE;
}

static gboolean
print_summary (ActSession *session)
{
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *time = NULL;
  guint            n_open = 0;

  act_session_count_async (session, NULL, act_command_take_result, &counted);
  counts = act_session_count_finish (session, act_command_wait (&counted), &error);
  if (counts == NULL)
    {
      act_command_print_error (error);
      return FALSE;
    }

  if (act_session_get_as_of (session) == ACT_TIME_UNKNOWN)
    return TRUE;

  n_open = act_counts_get_open (counts);
  time = act_time_text_exact (act_session_get_as_of (session));
  /* Translators: the first is a number of events, the second a time. */
  g_print (ngettext ("%u event is open, as of %s.\n", "%u events are open, as of %s.\n", n_open),
           n_open, time);
  if (counts->waiting > 0)
    g_print (ngettext ("%u change is waiting.\n", "%u changes are waiting.\n", counts->waiting),
             counts->waiting);

  return TRUE;
}

/**
 * act_sync_command_run:
 * @target: the store and the server
 * @arguments: what the command line says
 *
 * Reads what is new and sends what is ready.
 *
 * Returns: %ACT_COMMAND_DONE if all of that succeeded
 */
ActCommandExit
act_sync_command_run (const ActCommandTarget    *target,
                      const ActCommandArguments *arguments)
{
  ActSession *session = act_command_open (target);
  gboolean    can_send = FALSE;
  gboolean    success = FALSE;

  if (session == NULL)
    return ACT_COMMAND_FAILED;

  success = refresh (target, session, &can_send);
  if (can_send)
    success = send_changes (target, session) && success;
  success = print_summary (session) && success;

  return act_command_close (target) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
