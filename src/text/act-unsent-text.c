/* What was not sent, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-unsent-text.h"

#include "act-safe-text.h"
#include "act-unsent.h"

#include <glib/gi18n.h>

/* How many are named one by one. */
#define MAX_NAMED 5

#define MAX_LABEL_CHARACTERS 60

static char *
cut_label (const char *label)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (label, -1) <= MAX_LABEL_CHARACTERS)
    return g_strdup (label);

  beginning = g_utf8_substring (label, 0, MAX_LABEL_CHARACTERS);

  return g_strconcat (beginning, "…", NULL);
}

static char *
build_line (const ActUnsent *unsent)
{
  const char      *what = unsent->label != NULL && *unsent->label != '\0' ? unsent->label
                                                                          : unsent->target;
  g_autofree char *safe = act_safe_text_line (what != NULL ? what : "");
  g_autofree char *cut = cut_label (safe);

  switch (unsent->action)
    {
    case ACT_OUTBOX_MARK_ACTIONED:
      /* Translators: an event, by its message. */
      return g_strdup_printf (_ ("Marked as actioned: %s"), cut);

    case ACT_OUTBOX_CREATE_MAPPING:
      /* Translators: what a mapping is for. */
      return g_strdup_printf (_ ("Mapping: %s"), cut);

    case ACT_OUTBOX_ENABLE:
      /* Translators: an integration. */
      return g_strdup_printf (_ ("Integration to enable: %s"), cut);

    default:
      /* Translators: what a newer version of the program was to change. */
      return g_strdup_printf (_ ("Change: %s"), cut);
    }
}

/**
 * act_unsent_text:
 * @unsent: (element-type ActUnsent): changes that were not sent
 *
 * Names the first of them, a line each, and counts the others. Any thread.
 *
 * Returns: (transfer full): the lines; plain text
 */
char *
act_unsent_text (GPtrArray *unsent)
{
  GString *text = g_string_new (NULL);
  guint    n_named = MIN (unsent->len, MAX_NAMED);

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *line = build_line (g_ptr_array_index (unsent, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  if (unsent->len > n_named)
    {
      guint n_more = unsent->len - n_named;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (text, FALSE);
}
