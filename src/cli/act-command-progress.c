/* How far something is, on the last line of a terminal
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-command-progress.h"

#include "act-step-text.h"

#include <glib/gi18n.h>
#include <unistd.h>

#define WIPE_LINE "\r\033[K"

/* How often a line changes, microseconds. */
#define INTERVAL (G_USEC_PER_SEC / 10)

static gboolean
is_time (ActCommandProgress *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->begun == 0)
    self->begun = now;

  return now - self->begun > G_USEC_PER_SEC && now - self->shown >= INTERVAL && isatty (STDERR_FILENO) != 0;
}

static void
show (ActCommandProgress *self,
      const char         *line)
{
  self->shown = g_get_monotonic_time ();
  g_printerr (WIPE_LINE "%s", line);
}

/**
 * act_command_progress_show_step:
 * @step: what is being done
 * @done: how much of it is done
 * @total: how much there is to do; 0 if it cannot be counted
 * @user_data: an #ActCommandProgress
 *
 * Shows how far the upgrade of a store is.
 */
void
act_command_progress_show_step (ActStep  step,
                                gint64   done,
                                gint64   total,
                                gpointer user_data)
{
  g_autofree char *line = NULL;

  if (!is_time (user_data))
    return;

  line = act_step_text (step, done, total);
  show (user_data, line);
}

/**
 * act_command_progress_show_events:
 * @n_done: how many events are written
 * @n_total: how many there are
 * @user_data: an #ActCommandProgress
 *
 * Shows how far an export is.
 */
void
act_command_progress_show_events (guint    n_done,
                                  guint    n_total,
                                  gpointer user_data)
{
  g_autofree char *line = NULL;

  if (!is_time (user_data))
    return;

  /* Translators: how many of how many. */
  line = g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", n_total), n_done,
                          n_total);
  show (user_data, line);
}

/**
 * act_command_progress_end:
 * @self: progress
 *
 * Wipes the line, so that what is said next has it for itself.
 */
void
act_command_progress_end (ActCommandProgress *self)
{
  if (self->shown > 0)
    g_printerr (WIPE_LINE);

  self->shown = 0;
}
