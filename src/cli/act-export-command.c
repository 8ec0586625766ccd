/* The command that writes events into a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-export-command.h"

#include "act-command-progress.h"
#include "act-command-session.h"
#include "act-export.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define STANDARD_OUTPUT "-"

/* What is not said is what the file's name ends with, or a table. */
static gboolean
find_format (const ActCommandArguments *arguments,
             ActExportFormat           *format)
{
  const char *dot = strrchr (arguments->words[0], '.');

  *format = ACT_EXPORT_CSV;
  if (arguments->format != NULL)
    return act_export_format_from_name (arguments->format, format);

  if (dot != NULL)
    act_export_format_from_name (dot + 1, format);

  return TRUE;
}

/* Whoever reads the first lines only, as `head` does, has what they wanted. */
static void
print_error (const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    act_command_print_error (error);
}

static gboolean
write_to_output (const ActCommandTarget *target,
                 ActRowSource           *source,
                 const ActQuery         *query,
                 ActExportFormat         format)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GError) error = NULL;

  act_export_events_async (source, query, format, stream, NULL, NULL, target->cancellable,
                           act_command_take_result, &written);
  if (act_export_events_finish (source, act_command_wait (&written), NULL, &error))
    return TRUE;

  print_error (error);

  return FALSE;
}

static gboolean
write_to_file (const ActCommandTarget *target,
               ActRowSource           *source,
               const ActQuery         *query,
               ActExportFormat         format,
               const char             *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GError) error = NULL;
  ActCommandProgress progress = { 0 };
  gboolean           success = FALSE;
  guint              n_events = 0;

  act_export_to_file_async (source, query, format, file, act_command_progress_show_events,
                            &progress, target->cancellable, act_command_take_result, &written);
  success = act_export_to_file_finish (source, act_command_wait (&written), &n_events, &error);
  act_command_progress_end (&progress);
  if (!success)
    {
      print_error (error);
      return FALSE;
    }

  g_print (ngettext ("%u event was written.\n", "%u events were written.\n", n_events), n_events);

  return TRUE;
}

/**
 * act_export_command_run:
 * @target: the store
 * @arguments: what the command line says: the file, `-` for standard output, and its format
 *
 * Writes events of the store, newest first, without asking the server.
 *
 * Returns: %ACT_COMMAND_DONE if that succeeded
 */
ActCommandExit
act_export_command_run (const ActCommandTarget    *target,
                        const ActCommandArguments *arguments)
{
  g_autofree char *complaint = NULL;
  g_autoptr (ActQuery) query = act_command_arguments_create_query (arguments, &complaint);
  const char     *path = arguments->words[0];
  ActSession     *session = NULL;
  ActRowSource   *source = NULL;
  ActExportFormat format = ACT_EXPORT_CSV;
  gboolean        success = FALSE;

  if (query == NULL)
    return act_command_complain (complaint);
  if (!find_format (arguments, &format))
    return act_command_complain (_ ("The format is csv or json."));

  session = act_command_open (target);
  if (session == NULL)
    return ACT_COMMAND_FAILED;

  /* What was said of the damage is not followed by a file that takes the place of a better one. */
  source = act_session_get_row_source (session);
  if (act_session_get_set_aside_path (session) == NULL)
    success = g_str_equal (path, STANDARD_OUTPUT)
                  ? write_to_output (target, source, query, format)
                  : write_to_file (target, source, query, format, path);

  return act_command_close (target) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
