/* What is lost with a connection, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-loss-text.h"

#include "act-change.h"
#include "act-pending.h"

#include <glib/gi18n.h>

typedef struct
{
  guint waiting;
  guint local;
  guint refused;
  guint mappings;
  guint integrations;
  guint others;
} Unsent;

static void
count_marks (GPtrArray *groups,
             Unsent    *unsent)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const ActPendingGroup *group = g_ptr_array_index (groups, i);

      switch (group->scope.kind)
        {
        case ACT_PENDING_LOCAL:
          unsent->local += group->count;
          break;

        case ACT_PENDING_REFUSED:
          unsent->refused += group->count;
          break;

        case ACT_PENDING_WAITING:
        case ACT_PENDING_SIGN_IN:
        case ACT_PENDING_LOST:
        default:
          unsent->waiting += group->count;
          break;
        }
    }
}

/* What is done, and only has a word about it, is on the server. */
static void
count_changes (GPtrArray *changes,
               Unsent    *unsent)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const ActChange *change = g_ptr_array_index (changes, i);

      if (change->state == ACT_OUTBOX_DONE)
        continue;

      if (change->action == ACT_OUTBOX_CREATE_MAPPING)
        unsent->mappings++;
      else if (change->action == ACT_OUTBOX_ENABLE)
        unsent->integrations++;
      else
        unsent->others++;
    }
}

/* Takes the line. */
static void
add_line (GString *text,
          guint    count,
          char    *line)
{
  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/**
 * act_loss_text_events:
 * @counts: what is kept on this computer
 *
 * Says how many events there are, and that some may be nowhere else. Any thread.
 *
 * Returns: (transfer full): the words
 */
char *
act_loss_text_events (const ActCounts *counts)
{
  guint            n_open = 0;
  g_autofree char *open = NULL;

  g_return_val_if_fail (counts != NULL, NULL);

  n_open = act_counts_get_open (counts);
  if (act_counts_get_all (counts) == 0)
    return g_strdup (_ ("There are no events of it on this computer."));

  open = g_strdup_printf (ngettext ("%u open event is on this computer, beside those that are actioned.",
                                    "%u open events are on this computer, beside those that are actioned.",
                                    n_open),
                          n_open);

  return g_strdup_printf ("%s %s", open,
                          _ ("The server deletes events after 28 days, so older ones are only here."));
}

/**
 * act_loss_text_unsent:
 * @groups: (element-type ActPendingGroup): marks that the server has not confirmed
 * @changes: (element-type ActChange): other changes
 * @n_changes: (out): return location for how many they are
 *
 * Counts by kind what was not sent, a line each. Any thread.
 *
 * Returns: (transfer full): the lines, or nothing
 */
char *
act_loss_text_unsent (GPtrArray *groups,
                      GPtrArray *changes,
                      guint     *n_changes)
{
  GString *text = g_string_new (NULL);
  Unsent   unsent = { 0 };

  count_marks (groups, &unsent);
  count_changes (changes, &unsent);
  add_line (text, unsent.waiting,
            g_strdup_printf (ngettext ("%u event marked as actioned, not sent yet",
                                       "%u events marked as actioned, not sent yet", unsent.waiting),
                             unsent.waiting));
  add_line (text, unsent.local,
            g_strdup_printf (ngettext ("%u event marked on this device only",
                                       "%u events marked on this device only", unsent.local),
                             unsent.local));
  add_line (text, unsent.refused,
            g_strdup_printf (ngettext ("%u mark that the server refused",
                                       "%u marks that the server refused", unsent.refused),
                             unsent.refused));
  add_line (text, unsent.mappings,
            g_strdup_printf (ngettext ("%u mapping to create",
                                       "%u mappings to create", unsent.mappings),
                             unsent.mappings));
  add_line (text, unsent.integrations,
            g_strdup_printf (ngettext ("%u integration to enable",
                                       "%u integrations to enable", unsent.integrations),
                             unsent.integrations));
  add_line (text, unsent.others,
            g_strdup_printf (ngettext ("%u other change",
                                       "%u other changes", unsent.others),
                             unsent.others));
  *n_changes = unsent.waiting + unsent.local + unsent.refused + unsent.mappings + unsent.integrations +
               unsent.others;

  return g_string_free (text, FALSE);
}
