/* Saved searches in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-saved-search-text.h"

#include "act-event-text.h"
#include "act-safe-text.h"

#include <glib/gi18n.h>

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");

  g_string_append (text, part);
}

/**
 * act_saved_search_text_describe:
 * @search: a search
 *
 * Says what a search lets through, in one line: what is typed, the kinds, and whether actioned
 * events are in it. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
act_saved_search_text_describe (const ActSavedSearch *search)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (search != NULL, NULL);

  text = g_string_new (NULL);
  typed = act_safe_text_line (search->text);
  if (typed != NULL && *typed != '\0')
    append_part (text, typed);

  for (guint i = 0; search->kinds != ACT_QUERY_ALL_KINDS && i < ACT_N_EVENT_KINDS; i++)
    {
      if ((search->kinds & (1u << i)) != 0)
        append_part (text, act_event_text_kind (i));
    }

  if (search->include_actioned)
    append_part (text, _ ("with actioned events"));

  if (text->len == 0)
    append_part (text, _ ("all open events"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
