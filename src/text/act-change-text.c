/* What came of a change that waited for the server, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-change-text.h"

#include "act-safe-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_REASON 2000

static const struct
{
  const char *reason;
  const char *words;
} reasons[] = {
  { ACT_CHANGE_REASON_CHANGED, N_ ("It is not any more what you saw, so it was left alone. Look at it again.") },
  { ACT_CHANGE_REASON_STILL_DISABLED, N_ ("The server accepted it and still shows the integration as disabled.") },
  { ACT_CHANGE_REASON_TWICE, N_ ("An answer of the server was lost, so it was sent twice. Delete one of the two.") },
  { ACT_CHANGE_REASON_NOT_THERE, N_ ("It was sent twice without an answer, and the server does not have it.") },
  { ACT_CHANGE_REASON_NOT_READABLE, N_ ("What this computer kept of it cannot be read any more.") },
};

static char *
format_enabling (const ActChange *change,
                 const char      *name)
{
  g_autofree char *safe_name = act_safe_text_line (name != NULL ? name : change->target);

  if (g_strcmp0 (change->reason, ACT_CHANGE_REASON_CHANGED) == 0)
    /* Translators: the name of an integration goes in here. */
    return g_strdup_printf (_ ("%s was changed meanwhile"), safe_name);

  if (change->state == ACT_OUTBOX_DONE)
    /* Translators: the name of an integration goes in here. */
    return g_strdup_printf (_ ("%s was enabled"), safe_name);

  /* Translators: the name of an integration goes in here. */
  return g_strdup_printf (_ ("%s was not enabled"), safe_name);
}

static const char *
get_mapping_title (const ActChange *change)
{
  if (change->state == ACT_OUTBOX_DONE)
    return _ ("A mapping was created twice");

  if (change->state == ACT_OUTBOX_UNSUPPORTED)
    return _ ("A mapping could not be created");

  return _ ("A mapping was refused");
}

static char *
format_named_mapping (const ActChange *change,
                      const char      *name)
{
  g_autofree char *safe_name = act_safe_text_line (name);

  if (change->state == ACT_OUTBOX_DONE)
    /* Translators: what is mapped to what goes in here: "Account 1234 → NetSuite customer 5678". */
    return g_strdup_printf (_ ("A mapping was created twice: %s"), safe_name);

  if (change->state == ACT_OUTBOX_UNSUPPORTED)
    /* Translators: what is mapped to what goes in here: "Account 1234 → NetSuite customer 5678". */
    return g_strdup_printf (_ ("A mapping could not be created: %s"), safe_name);

  /* Translators: what is mapped to what goes in here: "Account 1234 → NetSuite customer 5678". */
  return g_strdup_printf (_ ("A mapping was refused: %s"), safe_name);
}

/**
 * act_change_text_title:
 * @change: a change that is no mark, and that the server has had its say on
 * @name: (nullable): what the thing is called that it is about, from outside
 *
 * Says what came of a change, short enough for a banner. Any thread.
 *
 * Returns: (transfer full): the text, plain and safe to show
 */
char *
act_change_text_title (const ActChange *change,
                       const char      *name)
{
  g_return_val_if_fail (change != NULL, NULL);

  if (change->action == ACT_OUTBOX_ENABLE)
    return format_enabling (change, name);

  return name != NULL ? format_named_mapping (change, name) : g_strdup (get_mapping_title (change));
}

/**
 * act_change_text_reason:
 * @change: a change
 *
 * Says why: in our own words where we have some, else in those of the server. Any thread.
 *
 * Returns: (transfer full) (nullable): the text, plain and safe to show
 */
char *
act_change_text_reason (const ActChange *change)
{
  const char      *line_break = NULL;
  g_autofree char *safe = NULL;

  g_return_val_if_fail (change != NULL, NULL);

  if (change->reason == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_str_equal (change->reason, reasons[i].reason))
        return g_strdup (_ (reasons[i].words));
    }

  /* The first line of an API error is for logs; what the server said follows it. */
  line_break = strchr (change->reason, '\n');
  safe = g_strstrip (act_safe_text_block_n (line_break != NULL ? line_break + 1 : change->reason,
                                            MAX_REASON));
  if (*safe == '\0')
    return NULL;

  if (line_break != NULL)
    return g_strdup_printf (_ ("The server said: %s"), safe);

  return g_steal_pointer (&safe);
}
