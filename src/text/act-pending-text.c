/* What waits for the server, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-pending-text.h"

#include "act-safe-text.h"
#include "act-time-text.h"

#include <glib/gi18n.h>

/**
 * act_pending_text_heading:
 * @kind: what holds changes up
 *
 * Any thread.
 *
 * Returns: the heading above them
 */
const char *
act_pending_text_heading (ActPendingKind kind)
{
  switch (kind)
    {
    case ACT_PENDING_SIGN_IN:
      return _ ("Waiting for Sign-In");

    case ACT_PENDING_LOST:
      return _ ("Without an Answer");

    case ACT_PENDING_LOCAL:
      return _ ("Only on This Device");

    case ACT_PENDING_REFUSED:
      return _ ("Refused");

    case ACT_PENDING_WAITING:
    default:
      return _ ("Waiting to Be Sent");
    }
}

/**
 * act_pending_text_explain:
 * @kind: what holds changes up
 *
 * Any thread.
 *
 * Returns: what that means, in a sentence
 */
const char *
act_pending_text_explain (ActPendingKind kind)
{
  switch (kind)
    {
    case ACT_PENDING_SIGN_IN:
      return _ ("They are sent as soon as the key of this connection works again.");

    case ACT_PENDING_LOST:
      return _ ("They were sent, and no answer came. The server is asked what became of them.");

    case ACT_PENDING_LOCAL:
      return _ ("This connection may not make them, or its server does not know the call. "
                "They stay on this computer until you try again.");

    case ACT_PENDING_REFUSED:
      return _ ("The server did not take them. They are not sent again by themselves.");

    case ACT_PENDING_WAITING:
    default:
      return _ ("They are sent as soon as the server can be reached.");
    }
}

/**
 * act_pending_text_group:
 * @group: marks
 *
 * Says what is to be done to what. Any thread.
 *
 * Returns: (transfer full): the text, plain and safe to show
 */
char *
act_pending_text_group (const ActPendingGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  if (group->count == 1 && group->message != NULL)
    return act_safe_text_line (group->message);

  return g_strdup_printf (ngettext ("Mark %u event as actioned", "Mark %u events as actioned",
                                    group->count),
                          group->count);
}

/**
 * act_pending_text_state:
 * @group: marks
 * @now: milliseconds since 1970 UTC
 *
 * Says when they were made, and how many are on their way. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
act_pending_text_state (const ActPendingGroup *group,
                        gint64                 now)
{
  g_autofree char *time = NULL;
  g_autofree char *sending = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  time = act_time_text_short (group->scope.to, now);
  if (group->n_gestures > 1)
    {
      g_autofree char *last = g_steal_pointer (&time);

      /* Translators: a time goes in here: of many changes, the last of which was made then. */
      time = g_strdup_printf (_ ("%s and before"), last);
    }

  if (group->n_sending == 0)
    return g_steal_pointer (&time);

  if (group->count == 1)
    sending = g_strdup (_ ("being sent"));
  else
    sending = g_strdup_printf (ngettext ("%u being sent", "%u being sent", group->n_sending),
                               group->n_sending);

  return g_strdup_printf ("%s · %s", time, sending);
}

/**
 * act_pending_text_change:
 * @change: a change that is no mark
 * @name: (nullable): what the thing is called that it is about, from outside
 *
 * Says what is to be done. Any thread.
 *
 * Returns: (transfer full): the text, plain and safe to show
 */
char *
act_pending_text_change (const ActChange *change,
                         const char      *name)
{
  g_autofree char *safe = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  safe = act_safe_text_line (name != NULL ? name : change->target);
  if (change->action == ACT_OUTBOX_ENABLE)
    /* Translators: the name of an integration goes in here. */
    return g_strdup_printf (_ ("Enable %s"), safe);

  /* Translators: what is mapped to what goes in here: "Account 1234 → NetSuite customer 5678". */
  return g_strdup_printf (_ ("Create mapping: %s"), safe);
}

/**
 * act_pending_text_count:
 * @n_changes: how many wait or were refused
 *
 * Any thread.
 *
 * Returns: (transfer full): the text, for the button that shows the number only
 */
char *
act_pending_text_count (guint n_changes)
{
  return g_strdup_printf (ngettext ("%u pending change", "%u pending changes", n_changes),
                          n_changes);
}
