/* How far a long piece of work is, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-step-text.h"

#include <glib/gi18n.h>

static gboolean
is_bytes (ActStep step)
{
  switch (step)
    {
    case ACT_STEP_BACKING_UP:
    case ACT_STEP_READING:
    case ACT_STEP_MERGING:
      return TRUE;

    case ACT_STEP_UPGRADING:
    case ACT_STEP_INDEXING:
    case ACT_STEP_DELETING:
    case ACT_STEP_COMPACTING:
    case ACT_STEP_MEASURING:
    case ACT_STEP_WRITING:
    default:
      return FALSE;
    }
}

static char *
format_amount (ActStep step,
               gint64  amount)
{
  return is_bytes (step) ? g_format_size ((guint64) MAX (amount, 0))
                         : g_strdup_printf ("%'" G_GINT64_FORMAT, amount);
}

/**
 * act_step_text:
 * @step: what is being done
 * @done: how much of it is done
 * @total: how much there is to do; 0 if it cannot be counted
 *
 * Any thread.
 *
 * Returns: (transfer full): a line
 */
char *
act_step_text (ActStep step,
               gint64  done,
               gint64  total)
{
  g_autofree char *done_text = format_amount (step, done);
  g_autofree char *total_text = format_amount (step, total);

  switch (step)
    {
    case ACT_STEP_BACKING_UP:
      /* Translators: how much of how much, as in “12 MB of 40 MB”. */
      return g_strdup_printf (_ ("Making a backup: %s of %s"), done_text, total_text);

    case ACT_STEP_INDEXING:
      /* Translators: how many events of how many, as in “4,000 of 10,000”. */
      return g_strdup_printf (_ ("Indexing events: %s of %s"), done_text, total_text);

    case ACT_STEP_DELETING:
      /* Translators: how many events of how many. */
      return g_strdup_printf (_ ("Deleting events: %s of %s"), done_text, total_text);

    case ACT_STEP_COMPACTING:
      return g_strdup (_ ("Giving the space back"));

    case ACT_STEP_MEASURING:
      return g_strdup (_ ("Measuring"));

    case ACT_STEP_WRITING:
      /* Translators: how many lines of a file of how many. */
      return g_strdup_printf (_ ("Writing: %s of %s"), done_text, total_text);

    case ACT_STEP_READING:
      /* Translators: how much of a file, as in “12 MB of 40 MB”. */
      return g_strdup_printf (_ ("Reading the file: %s of %s"), done_text, total_text);

    case ACT_STEP_MERGING:
      /* Translators: how much of a file, as in “12 MB of 40 MB”. */
      return g_strdup_printf (_ ("Importing: %s of %s"), done_text, total_text);

    case ACT_STEP_UPGRADING:
    default:
      return g_strdup (_ ("Changing tables"));
    }
}
