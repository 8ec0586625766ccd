/* How far lists were read, as the store keeps it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "act-places.h"

/* The first line is the name of an event, which none is without; the rest is what the store has kept. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_auto (GStrv) lines = fuzz_dup_lines (data, size, 2);
  g_autofree char *name = g_utf8_make_valid (lines[0], -1);
  g_autoptr (ActPlaces) places = act_places_new_from_text (lines[1]);
  g_autoptr (ActPlaces) again = NULL;
  g_autofree char *before = act_places_dup_token (places, name);
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;

  fuzz_check_text (before);
  if (*name == '\0')
    return 0;

  act_places_set_token (places, name, "token\n[x]=");
  text = act_places_to_text (places);
  again = act_places_new_from_text (text);
  after = act_places_dup_token (again, name);
  g_assert_cmpstr (after, ==, "token\n[x]=");

  act_places_set_done (again, name);
  g_assert_true (act_places_is_done (again, name));
  act_places_forget_tokens (again);
  g_assert_false (act_places_has_token (again));

  return 0;
}
