/* The command that prints changes that the server does not have
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-command.h"

#include "act-activity-text.h"
#include "act-change-text.h"
#include "act-command-session.h"
#include "act-json-report.h"
#include "act-safe-text.h"
#include "act-session-changes.h"
#include "act-session-pending.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

/* How many marks are in memory at a time. */
#define MARKS_AT_ONCE 500

/* Whoever reads the first lines only, as `head` does, has what they wanted. */
static gboolean
complain_of_output (void)
{
  if (errno != EPIPE)
    g_printerr ("%s", _ ("actioned: The changes could not be written.\n"));

  return FALSE;
}

static gboolean
print_line (const char *action,
            const char *target,
            const char *state,
            const char *text)
{
  g_autofree char *safe_target = act_safe_text_line (target);
  g_autofree char *safe_text = act_safe_text_line (text != NULL ? text : "");

  return printf ("%s\t%s\t%s\t%s\n", action, safe_target, state, safe_text) >= 0;
}

static gboolean
print_mark (const ActPendingMark *mark,
            gboolean              json)
{
  g_autofree char *line = json ? act_json_report_mark (mark) : NULL;
  g_autofree char *reason = act_activity_text_reason (mark->reason);

  if (json)
    return puts (line) >= 0;

  return print_line ("mark-actioned", mark->event_id, act_json_report_state (mark->state),
                     reason != NULL ? reason : mark->message);
}

static gboolean
print_change (const ActChange *change,
              gboolean         json)
{
  g_autofree char *line = json ? act_json_report_change (change) : NULL;
  g_autofree char *reason = act_change_text_reason (change);

  if (json)
    return puts (line) >= 0;

  return print_line (act_json_report_action (change->action), change->target,
                     act_json_report_state (change->state),
                     reason != NULL ? reason : change->name);
}

static GPtrArray *
list_marks (const ActCommandTarget *target,
            ActSession             *session,
            const ActPendingScope  *scope,
            gint64                  after_id)
{
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *marks = NULL;

  act_session_list_pending_marks_async (session, scope, after_id, MARKS_AT_ONCE,
                                        target->cancellable, act_command_take_result, &listed);
  marks = act_session_list_pending_marks_finish (session, act_command_wait (&listed), &error);
  if (marks == NULL)
    act_command_print_error (error);

  return marks;
}

static gboolean
print_marks (const ActCommandTarget *target,
             ActSession             *session,
             ActPendingKind          kind,
             gboolean                json)
{
  ActPendingScope scope = act_pending_scope_of_all (kind);
  gint64          after_id = 0;
  guint           n_marks = MARKS_AT_ONCE;

  while (n_marks == MARKS_AT_ONCE)
    {
      g_autoptr (GPtrArray) marks = list_marks (target, session, &scope, after_id);

      if (marks == NULL)
        return FALSE;

      n_marks = marks->len;
      for (guint i = 0; i < n_marks; i++)
        {
          const ActPendingMark *mark = g_ptr_array_index (marks, i);

          after_id = mark->entry_id;
          if (!print_mark (mark, json))
            return complain_of_output ();
        }
    }

  return TRUE;
}

static gboolean
print_changes (const ActCommandTarget *target,
               ActSession             *session,
               gboolean                json)
{
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  act_session_list_changes_async (session, target->cancellable, act_command_take_result, &listed);
  changes = act_session_list_changes_finish (session, act_command_wait (&listed), &error);
  if (changes == NULL)
    {
      act_command_print_error (error);
      return FALSE;
    }

  for (guint i = 0; i < changes->len; i++)
    {
      if (!print_change (g_ptr_array_index (changes, i), json))
        return complain_of_output ();
    }

  return TRUE;
}

static gboolean
print_all (const ActCommandTarget *target,
           ActSession             *session,
           gboolean                json)
{
  for (guint kind = 0; kind < ACT_N_PENDING_KINDS; kind++)
    {
      if (!print_marks (target, session, (ActPendingKind) kind, json))
        return FALSE;
    }

  return print_changes (target, session, json) && (fflush (stdout) == 0 || complain_of_output ());
}

/**
 * act_pending_command_run:
 * @target: the store
 * @arguments: what the command line says: whether each line is a JSON object; if not, it is action,
 *   target, state and reason, made safe for a terminal and with tabs between them
 *
 * Prints the changes that the server does not have, without asking it.
 *
 * Returns: %ACT_COMMAND_DONE if that succeeded
 */
ActCommandExit
act_pending_command_run (const ActCommandTarget    *target,
                         const ActCommandArguments *arguments)
{
  ActSession *session = act_command_open (target);
  gboolean    success = FALSE;

  if (session == NULL)
    return ACT_COMMAND_FAILED;

  success = print_all (target, session, arguments->json);

  return act_command_close (target) && success ? ACT_COMMAND_DONE : ACT_COMMAND_FAILED;
}
