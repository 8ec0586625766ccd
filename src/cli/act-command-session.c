/* A session that a command waits for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-command-session.h"

#include "act-command-progress.h"
#include "act-command.h"
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
 * act_command_find_secret:
 * @target: what the command works on
 * @error: of %ACT_KEYRING_ERROR, %ACT_API_ERROR_NO_SECRET, or %G_IO_ERROR_CANCELLED
 *
 * Asks the keyring for the secret, unless it is known. Nobody is asked to open the keyring.
 *
 * Returns: whether it is known
 */
gboolean
act_command_find_secret (const ActCommandTarget *target,
                         GError                **error)
{
  g_autoptr (GAsyncResult) found = NULL;

  act_connection_entry_find_secret_async (target->entry, target->cancellable,
                                          act_command_take_result, &found);

  return act_connection_entry_find_secret_finish (target->entry, act_command_wait (&found), error);
}

/**
 * act_command_open:
 * @target: what to open
 *
 * Opens a session; says on stderr why it cannot.
 *
 * Returns: (transfer none) (nullable): the session, until act_command_close()
 */
ActSession *
act_command_open (const ActCommandTarget *target)
{
  ActCommandProgress progress = { 0 };
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  ActSession *session = NULL;
  gboolean    is_open = FALSE;

  act_connection_entry_open_async (target->entry, ACT_SESSION_FLAGS_NONE,
                                   act_command_progress_show_step, &progress, target->cancellable,
                                   act_command_take_result, &opened);
  is_open = act_connection_entry_open_finish (target->entry, act_command_wait (&opened), &error);
  act_command_progress_end (&progress);
  if (!is_open)
    {
      act_command_print_error (error);
      return NULL;
    }

  session = act_connection_entry_get_session (target->entry);
  tell_of_damage (session);
  if (target->verbose)
    act_network_text_print (act_session_get_network_log (session), NULL);

  return session;
}

/**
 * act_command_close:
 * @target: what was opened
 *
 * Closes the session; says on stderr what goes wrong.
 *
 * Returns: whether everything is in order
 */
gboolean
act_command_close (const ActCommandTarget *target)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;

  act_connection_entry_close_async (target->entry, act_command_take_result, &closed);
  if (act_connection_entry_close_finish (target->entry, act_command_wait (&closed), &error))
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
