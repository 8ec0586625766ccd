/* What was done from this computer, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-text.h"

#include "act-change-text.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* What was done to one thing, or to nothing that is counted. */
static const char *
get_title (ActActivityAction action)
{
  switch (action)
    {
    case ACT_ACTIVITY_CREATE_MAPPING:
      return _ ("Created a mapping");

    case ACT_ACTIVITY_ENABLE:
      return _ ("Enabled an integration");

    case ACT_ACTIVITY_CHANGE_MAPPING:
      return _ ("Changed a mapping");

    case ACT_ACTIVITY_DELETE_MAPPING:
      return _ ("Deleted a mapping");

    case ACT_ACTIVITY_CREATE_CREDENTIAL:
      return _ ("Created a credential");

    case ACT_ACTIVITY_LINK_CREDENTIAL:
      return _ ("Gave an integration another credential");

    case ACT_ACTIVITY_REPLAY:
      return _ ("Replayed a run");

    case ACT_ACTIVITY_DISCARD:
      return _ ("Discarded a change");

    case ACT_ACTIVITY_MARK:
    case ACT_ACTIVITY_TAKE_BACK:
    default:
      return _ ("Made a change");
    }
}

static char *
format_title (ActActivityAction action,
              guint             count)
{
  if (action == ACT_ACTIVITY_MARK)
    return g_strdup_printf (ngettext ("Marked %u event as actioned", "Marked %u events as actioned",
                                      count),
                            count);

  if (action == ACT_ACTIVITY_TAKE_BACK)
    return g_strdup_printf (ngettext ("Took back the mark of %u event",
                                      "Took back the marks of %u events", count),
                            count);

  return g_strdup (get_title (action));
}

/**
 * act_activity_text_title:
 * @activity: an activity
 *
 * Says what was done. Any thread.
 *
 * Returns: (transfer full): the text, plain and safe to show
 */
char *
act_activity_text_title (const ActActivity *activity)
{
  g_return_val_if_fail (activity != NULL, NULL);

  return format_title (activity->action, activity->count);
}

/**
 * act_activity_text_about:
 * @activity: an activity
 *
 * Says to what it was done. Any thread.
 *
 * Returns: (transfer full) (nullable): the text, plain and safe to show; %NULL where the title says it
 */
char *
act_activity_text_about (const ActActivity *activity)
{
  const char *text = NULL;

  g_return_val_if_fail (activity != NULL, NULL);

  text = activity->detail != NULL ? activity->detail : activity->target;

  return text != NULL && *text != '\0' ? act_safe_text_line (text) : NULL;
}

/**
 * act_activity_text_result:
 * @result: what came of a change
 *
 * Any thread.
 *
 * Returns: it in words, for one thing
 */
const char *
act_activity_text_result (ActActivityResult result)
{
  switch (result)
    {
    case ACT_ACTIVITY_CONFIRMED:
      return _ ("Confirmed");

    case ACT_ACTIVITY_REFUSED:
      return _ ("Refused");

    case ACT_ACTIVITY_LOCAL:
      return _ ("Only on this device");

    case ACT_ACTIVITY_LOST:
      return _ ("No answer came");

    case ACT_ACTIVITY_TAKEN_BACK:
      return _ ("Taken back");

    case ACT_ACTIVITY_WAITING:
    default:
      return _ ("Waiting");
    }
}

static char *
format_result (ActActivityResult result,
               guint             n)
{
  switch (result)
    {
    case ACT_ACTIVITY_CONFIRMED:
      return g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", n), n);

    case ACT_ACTIVITY_REFUSED:
      return g_strdup_printf (ngettext ("%u refused", "%u refused", n), n);

    case ACT_ACTIVITY_LOCAL:
      return g_strdup_printf (ngettext ("%u only on this device", "%u only on this device", n), n);

    case ACT_ACTIVITY_LOST:
      return g_strdup_printf (ngettext ("%u without an answer", "%u without an answer", n), n);

    case ACT_ACTIVITY_TAKEN_BACK:
      return g_strdup_printf (ngettext ("%u taken back", "%u taken back", n), n);

    case ACT_ACTIVITY_WAITING:
    default:
      return g_strdup_printf (ngettext ("%u waiting", "%u waiting", n), n);
    }
}

/**
 * act_activity_text_results:
 * @activity: an activity
 *
 * Says what came of it: one word, or how many of what. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
act_activity_text_results (const ActActivity *activity)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint             n_results = 0;
  ActActivityResult only = ACT_ACTIVITY_CONFIRMED;

  g_return_val_if_fail (activity != NULL, NULL);

  /* What is confirmed comes first, and what waits last. */
  for (guint i = 1; i <= ACT_N_ACTIVITY_RESULTS; i++)
    {
      ActActivityResult result = (ActActivityResult) (i % ACT_N_ACTIVITY_RESULTS);

      if (activity->results[result] == 0)
        continue;

      n_results++;
      only = result;
      g_ptr_array_add (parts, format_result (result, activity->results[result]));
    }

  if (n_results <= 1 && activity->count <= 1)
    return g_strdup (act_activity_text_result (only));

  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * act_activity_text_reason:
 * @reason: (nullable): why something was refused, as it is kept
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the text, plain and safe to show
 */
char *
act_activity_text_reason (const char *reason)
{
  const ActChange change = { .reason = (char *) reason };

  return act_change_text_reason (&change);
}

/* Without a number, what is said of one and what is said of many will do. */
static gboolean
says (ActActivityAction action,
      const char       *folded)
{
  const char *digits = strpbrk (folded, "0123456789");
  guint64     number = digits != NULL ? g_ascii_strtoull (digits, NULL, 10) : 0;
  guint       first = digits != NULL ? (guint) MIN (number, G_MAXUINT) : 1;
  guint       n_counts = digits != NULL ? 1 : 2;

  for (guint i = 0; i < n_counts; i++)
    {
      guint            count = first + i;
      g_autofree char *title = format_title (action, count);
      g_autofree char *folded_title = g_utf8_casefold (title, -1);

      if (strstr (folded_title, folded) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * act_activity_text_find_actions:
 * @text: what is searched for
 *
 * A number in it is how many something was done to; the store looks which have so many. Any thread.
 *
 * Returns: a bit for each #ActActivityAction whose title says it
 */
guint
act_activity_text_find_actions (const char *text)
{
  g_autofree char *folded = NULL;
  guint            actions = 0;

  g_return_val_if_fail (text != NULL, 0);

  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; i < ACT_N_ACTIVITY_ACTIONS; i++)
    {
      if (says ((ActActivityAction) i, folded))
        actions |= 1u << i;
    }

  return actions;
}
