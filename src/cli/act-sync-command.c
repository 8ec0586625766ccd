/* The command that synchronises a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-sync-command.h"

#include "act-command-session.h"
#include "act-time-text.h"
#include "act-time.h"

#include <glib/gi18n.h>

static gboolean
refresh (ActSession *session)
{
  g_autoptr (GAsyncResult) refreshed = NULL;
  g_autoptr (GError) error = NULL;

  act_session_refresh_async (session, NULL, act_command_take_result, &refreshed);
  if (act_session_refresh_finish (session, act_command_wait (&refreshed), &error))
    return TRUE;

  act_command_print_error (error);

  return FALSE;
}

static gboolean
send_changes (ActSession *session)
{
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GError) error = NULL;

  act_session_send_async (session, NULL, act_command_take_result, &sent);
  if (act_session_send_finish (session, act_command_wait (&sent), &error))
    return TRUE;

  act_command_print_error (error);

  return FALSE;
}

/* The session counts once the store has said that it changed. */
static void
settle_counts (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
print_summary (ActSession *session)
{
  const ActCounts *counts = act_session_get_counts (session);
  guint n_open = act_counts_get_open (counts);
  gint64 as_of = act_session_get_as_of (session);
  g_autofree char *time = NULL;

  if (as_of == ACT_TIME_UNKNOWN)
    return;

  time = act_time_text_exact (as_of);
  /* Translators: the first is a number of events, the second a time. */
  g_print (ngettext ("%u event is open, as of %s.\n", "%u events are open, as of %s.\n", n_open),
           n_open, time);
  if (counts->waiting > 0)
    g_print (ngettext ("%u change is waiting.\n", "%u changes are waiting.\n", counts->waiting),
             counts->waiting);
}

/**
 * act_sync_command_run:
 * @connection: the connection
 * @secret: its secret
 * @json: not used
 *
 * Reads what is new and sends what is ready.
 *
 * Returns: %ACT_COMMAND_DONE if all of that succeeded
 */
ActCommandExit
act_sync_command_run (ActConnection *connection,
                      const char    *secret,
                      gboolean       json)
{
  ActSession *session = act_command_open (connection, secret);
  gboolean success = FALSE;

  if (session == NULL)
    return ACT_COMMAND_FAILED;

  success = refresh (session) && send_changes (session);
  settle_counts ();
  print_summary (session);

  return act_command_close (session) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
