/* Links to events, good and bad
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-link.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *organisation_id;
  const char *event_id;
} good[] = {
  { "actioned:org/event/0a1b2c3d-0000-4000-8000-00000000002a", "org", "0a1b2c3d-0000-4000-8000-00000000002a" },
  { "ACTIONED:org/event/1", "org", "1" },
  { "actioned:a%2Fb/event/%2e%2E%2fx", "a/b", "../x" },
  { "actioned:org/event/%C3%A9", "org", "\xc3\xa9" },
  { "actioned:org/event/\xc3\xa9", "org", "\xc3\xa9" },
  { "actioned:org/event/%3Cb%3E", "org", "<b>" },
  { "actioned:org/event/a:b;c=d@e", "org", "a:b;c=d@e" },
};

static const char *const bad[] = {
  "",
  "actioned",
  "actioned:",
  "actioned:org",
  "actioned:org/event",
  "actioned:org/event/",
  "actioned:/event/1",
  "actioned://org/event/1",
  "actioned:///org/event/1",
  "actioned:org/event/1/",
  "actioned:org/event/1/2",
  "actioned:org/event//1",
  "actioned:org/Event/1",
  "actioned:org/%65vent/1",
  "actioned:org/run/1",
  "actioned:org/event/1?mark=1",
  "actioned:org/event/1#x",
  "actioned:org\\event\\1",
  "actioned:org/event/..",
  "actioned:org/event/%2e%2e",
  "actioned:./event/1",
  "actioned:org/event/%",
  "actioned:org/event/%zz",
  "actioned:org/event/a%00b",
  "actioned:org/event/a%0Ab",
  "actioned:org/event/a b",
  "actioned:org/event/a\nb",
  "actioned:org/event/a%20b",
  "actioned:org/event/\xff",
  "actioned:org/event/%ff",
  "actioned:org/event/%E2%80%AEx",
  "actioned:org/event/%E2%80%8Bx",
  " actioned:org/event/1",
  "https://example.com/org/event/1",
  "file:///org/event/1",
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (ActEventLink) link = act_event_link_parse (good[i].text);

      g_assert_nonnull (link);
      g_assert_cmpstr (link->organisation_id, ==, good[i].organisation_id);
      g_assert_cmpstr (link->event_id, ==, good[i].event_id);
    }
}

static void
test_bad (void)
{
  g_assert_null (act_event_link_parse (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (act_event_link_parse (bad[i]));
}

static void
test_long (void)
{
  g_autofree char *longest = g_strnfill (512, 'x');
  g_autofree char *good_link = g_strconcat ("actioned:", longest, "/event/", longest, NULL);
  g_autofree char *bad_link = g_strconcat ("actioned:org/event/x", longest, NULL);
  g_autofree char *endless = g_strnfill (1000000, 'a');
  g_autofree char *endless_link = g_strconcat ("actioned:org/event/", endless, NULL);
  g_autoptr (ActEventLink) link = act_event_link_parse (good_link);

  g_assert_nonnull (link);
  g_assert_null (act_event_link_parse (bad_link));
  g_assert_null (act_event_link_parse (endless_link));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-link/good", test_good);
  g_test_add_func ("/event-link/bad", test_bad);
  g_test_add_func ("/event-link/long", test_long);

  return g_test_run ();
}
