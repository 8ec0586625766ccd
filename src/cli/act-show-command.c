/* The command that prints all about an event
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-show-command.h"

#include "act-command-session.h"
#include "act-event-text.h"
#include "act-json-text.h"
#include "act-safe-text.h"
#include "act-session-finding.h"

#include <glib/gi18n.h>

static gboolean
find_row (const ActCommandTarget *target,
          ActSession             *session,
          char                  **event_ids,
          gint64                 *row_id)
{
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  act_session_find_events_async (session, (const char *const *) event_ids, target->cancellable,
                                 act_command_take_result, &found);
  row_ids = act_session_find_events_finish (session, act_command_wait (&found), &error);
  if (row_ids == NULL)
    {
      act_command_print_error (error);
      return FALSE;
    }

  *row_id = g_array_index (row_ids, gint64, 0);
  if (*row_id != 0)
    return TRUE;

  id = act_safe_text_line (event_ids[0]);
  g_printerr (_ ("actioned: There is no event “%s” on this computer.\n"), id);

  return FALSE;
}

static gboolean
print_event (const ActCommandTarget *target,
             ActSession             *session,
             gint64                  row_id,
             gboolean                json)
{
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *payload = NULL;

  act_session_read_record_async (session, row_id, target->cancellable, act_command_take_result,
                                 &read);
  record = act_session_read_record_finish (session, act_command_wait (&read), &error);
  if (record == NULL)
    {
      act_command_print_error (error);
      return FALSE;
    }

  if (json)
    {
      text = act_json_text_of_whole_event (record);
      g_print ("%s\n", text);
      return TRUE;
    }

  text = act_event_text_to_plain (record);
  payload = act_json_text_pretty (record->event->payload);
  g_print ("%s\n\n%s\n", text, payload);

  return TRUE;
}

/**
 * act_show_command_run:
 * @target: the store
 * @arguments: what the command line says: the event's id
 *
 * Prints all that the store knows of an event, without asking the server.
 *
 * Returns: %ACT_COMMAND_DONE if that succeeded
 */
ActCommandExit
act_show_command_run (const ActCommandTarget    *target,
                      const ActCommandArguments *arguments)
{
  ActSession *session = act_command_open (target);
  gboolean    success = FALSE;
  gint64      row_id = 0;

  if (session == NULL)
    return ACT_COMMAND_FAILED;

  success = find_row (target, session, arguments->words, &row_id) &&
            print_event (target, session, row_id, arguments->json);

  return act_command_close (target) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
