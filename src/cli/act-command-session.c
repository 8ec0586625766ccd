/* A session that a command waits for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-command-session.h"

#include "act-command-progress.h"
#include "act-command.h"
#include "act-connection-list.h"
#include "act-network-text.h"

#include <glib/gi18n.h>

/* The next "sync" repairs it, but nobody should have to guess why the list is empty. */
static void
tell_of_damage (ActSession *session)
{
  const char      *path = act_session_get_set_aside_path (session);
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;

  if (name != NULL)
    g_printerr (_ ("actioned: The events on this computer were damaged. Their file was set aside "
                   "as %s; “actioned sync” fetches the events again.\n"),
                name);
}

/**
 * act_command_take_result:
 * @source: the source
 * @result: the result
 * @user_data: (out): a pointer to a #GAsyncResult, for act_command_wait()
 *
 * A callback that keeps the result.
 */
void
act_command_take_result (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/**
 * act_command_wait:
 * @result: (inout): what act_command_take_result() was given
 *
 * Waits for the end of an asynchronous call.
 *
 * Returns: (transfer none): its result
 */
GAsyncResult *
act_command_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * act_command_open:
 * @target: what to open
 *
 * Opens a session, and remembers its connection; says on stderr why it cannot.
 *
 * Returns: (transfer full) (nullable): the session
 */
ActSession *
act_command_open (const ActCommandTarget *target)
{
  const char        *secret = target->secret != NULL ? target->secret : "";
  ActCommandProgress progress = { 0 };
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (ActSession) session = NULL;
  g_autoptr (GError) error = NULL;

  act_session_open_async (target->connection, secret, target->folder, ACT_SESSION_FLAGS_NONE,
                          act_command_progress_show_step, &progress, target->cancellable,
                          act_command_take_result, &opened);
  session = act_session_open_finish (act_command_wait (&opened), &error);
  act_command_progress_end (&progress);
  if (session == NULL)
    {
      act_command_print_error (error);
      return NULL;
    }

  if (!target->is_demo)
    act_connection_list_remember (target->folder, target->connection);
  tell_of_damage (session);
  if (target->verbose)
    act_network_text_print (act_session_get_network_log (session), NULL);

  return g_steal_pointer (&session);
}

/**
 * act_command_close:
 * @session: (transfer full): a session
 *
 * Closes a session; says on stderr what goes wrong.
 *
 * Returns: whether everything is in order
 */
gboolean
act_command_close (ActSession *session)
{
  g_autoptr (ActSession) closing = session;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;

  act_session_close_async (closing, NULL, act_command_take_result, &closed);
  if (act_session_close_finish (closing, act_command_wait (&closed), &error))
    return TRUE;

  act_command_print_error (error);

  return FALSE;
}

/**
 * act_command_query:
 * @target: what the command works on
 * @session: its session
 * @query: what to ask for
 * @row_ids: (out) (transfer full) (element-type gint64): return location for the rows
 *
 * Asks the store; says on stderr why it cannot.
 *
 * Returns: whether it answered
 */
gboolean
act_command_query (const ActCommandTarget *target,
                   ActSession             *session,
                   const ActQuery         *query,
                   GArray                **row_ids)
{
  ActRowSource *source = act_session_get_row_source (session);
  g_autoptr (GAsyncResult) queried = NULL;
  g_autoptr (GError) error = NULL;

  act_row_source_query_async (source, query, 0, target->cancellable, act_command_take_result,
                              &queried);
  *row_ids = act_row_source_query_finish (source, act_command_wait (&queried), &error);
  if (*row_ids == NULL)
    act_command_print_error (error);

  return *row_ids != NULL;
}
