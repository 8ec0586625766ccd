/* The command that prints the open events
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
print_rows (ActRowSource *source,
            const gint64 *row_ids,
            gsize         n_row_ids,
            gboolean      json)
{
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  act_row_source_load_async (source, row_ids, n_row_ids, ACT_ROW_LOAD_NONE, NULL,
                             act_command_take_result, &loaded);
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
print_events (ActRowSource *source,
              gboolean      json)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GAsyncResult) queried = NULL;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GError) error = NULL;

  query->include_actioned = FALSE;
  act_row_source_query_async (source, query, 0, NULL, act_command_take_result, &queried);
  row_ids = act_row_source_query_finish (source, act_command_wait (&queried), &error);
  if (row_ids == NULL)
    {
      act_command_print_error (error);
      return FALSE;
    }

  for (guint i = 0; i < row_ids->len; i += ROWS_AT_ONCE)
    {
      if (!print_rows (source, &g_array_index (row_ids, gint64, i),
                       MIN (ROWS_AT_ONCE, row_ids->len - i), json))
        return FALSE;
    }

  return fflush (stdout) == 0 || complain_of_output ();
}

/**
 * act_list_command_run:
 * @target: the store, and the server if one is needed
 * @json: whether each line is a JSON object; if not, it is time, name and message, made safe for a
 *   terminal and with tabs between them
 *
 * Prints the open events of the store, newest first, without asking the server.
 *
 * Returns: %ACT_COMMAND_DONE if that succeeded
 */
ActCommandExit
act_list_command_run (const ActCommandTarget *target,
                      gboolean                json)
{
  ActSession *session = act_command_open (target);
  gboolean    success = FALSE;

  if (session == NULL)
    return ACT_COMMAND_FAILED;

  success = print_events (act_session_get_row_source (session), json);

  return act_command_close (session) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
