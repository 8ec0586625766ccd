/* The command that prints events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-list-command.h"

#include "act-command-session.h"
#include "act-event-text.h"
#include "act-json-text.h"
#include "act-safe-text.h"
#include "act-time.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

/* How many events are in memory at a time. */
#define ROWS_AT_ONCE 500

static char *
format_plain (const ActEventRecord *record)
{
  g_autofree char *time = act_time_format_iso8601 (act_event_record_get_time (record));
  g_autofree char *name = act_safe_text_line (record->event->name);
  g_autofree char *message = act_event_text_message (record);
  g_autofree char *line = act_safe_text_line (message);

  return g_strjoin ("\t", time, name, line, NULL);
}

static gboolean
print_record (const ActEventRecord *record,
              gboolean              json)
{
  g_autofree char *line = json ? act_json_text_of_event (record) : format_plain (record);

  return puts (line) >= 0;
}

/* Whoever reads the first lines only, as `head` does, has what they wanted. */
static gboolean
complain_of_output (void)
{
  if (errno != EPIPE)
    g_printerr ("%s", _ ("actioned: The events could not be written.\n"));

  return FALSE;
}

static gboolean
print_rows (const ActCommandTarget *target,
            ActRowSource           *source,
            const gint64           *row_ids,
            gsize                   n_row_ids,
            gboolean                json)
{
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  act_row_source_load_async (source, row_ids, n_row_ids, ACT_ROW_LOAD_NONE,
                             target->cancellable, act_command_take_result, &loaded);
  records = act_row_source_load_finish (source, act_command_wait (&loaded), &error);
  if (records == NULL)
    {
      act_command_print_error (error);
      return FALSE;
    }

  for (guint i = 0; i < records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);

      /* Another process may have altered the store since the ids were read. */
      if (record != NULL && !print_record (record, json))
        return complain_of_output ();
    }

  return TRUE;
}

static gboolean
print_events (const ActCommandTarget *target,
              ActSession             *session,
              const ActQuery         *query,
              gboolean                json)
{
  ActRowSource *source = act_session_get_row_source (session);
  g_autoptr (GArray) row_ids = NULL;

  if (!act_command_query (target, session, query, &row_ids))
    return FALSE;

  for (guint i = 0; i < row_ids->len; i += ROWS_AT_ONCE)
    {
      if (!print_rows (target, source, &g_array_index (row_ids, gint64, i),
                       MIN (ROWS_AT_ONCE, row_ids->len - i), json))
        return FALSE;
    }

  return fflush (stdout) == 0 || complain_of_output ();
}

/**
 * act_list_command_run:
 * @target: the store
 * @arguments: what the command line says: whether each line is a JSON object; if not, it is time,
 *   name and message, made safe for a terminal and with tabs between them
 *
 * Prints events of the store, newest first, without asking the server.
 *
 * Returns: %ACT_COMMAND_DONE if that succeeded
 */
ActCommandExit
act_list_command_run (const ActCommandTarget    *target,
                      const ActCommandArguments *arguments)
{
  g_autofree char *complaint = NULL;
  g_autoptr (ActQuery) query = act_command_arguments_create_query (arguments, &complaint);
  ActSession *session = NULL;
  gboolean    success = FALSE;

  if (query == NULL)
    return act_command_complain (complaint);

  session = act_command_open (target);
  if (session == NULL)
    return ACT_COMMAND_FAILED;

  success = print_events (target, session, query, arguments->json);

  return act_command_close (target) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
