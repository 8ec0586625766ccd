/* Links to events that other programs open
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-event-link.h"
#include "act-path.h"
#include "act-safe-text.h"

/* What was read is written in one way, and read again as the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr (ActEventLink) link = act_event_link_parse (text);
  g_autoptr (ActEventLink) again = NULL;
  g_autofree char *organisation = NULL;
  g_autofree char *event = NULL;
  g_autofree char *written = NULL;
  g_autofree char *shown = NULL;

  if (link == NULL)
    return 0;

  shown = act_safe_text_id (link->event_id);
  fuzz_check_shown (shown);
  organisation = act_path_escape_segment (link->organisation_id);
  event = act_path_escape_segment (link->event_id);
  written = g_strconcat ("actioned:", organisation, "/event/", event, NULL);
  again = act_event_link_parse (written);
  if (size > ACT_EVENT_LINK_MAX_LENGTH / 3)
    return 0;

  g_assert_nonnull (again);
  g_assert_cmpstr (again->organisation_id, ==, link->organisation_id);
  g_assert_cmpstr (again->event_id, ==, link->event_id);

  return 0;
}
