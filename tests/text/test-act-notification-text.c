/* Tests of what notifications say
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-notification-text.h"

#include <string.h>

static void
check (guint       n_new,
       const char *name,
       const char *expected)
{
  g_autofree char *title = act_notification_text_title (n_new, name);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_counts (void)
{
  check (1, "Acme", "1 new error in Acme");
  check (3, "Acme", "3 new errors in Acme");
}

/* A name comes out of a file that others may have written. */
static void
test_hostile_name (void)
{
  g_autofree char *title = act_notification_text_title (2, "<b>%s</b>\n\xe2\x80\xae");

  g_assert_true (g_str_has_prefix (title, "2 new errors in <b>%s</b>"));
  g_assert_null (strchr (title, '\n'));
  g_assert_null (strstr (title, "\xe2\x80\xae"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notification-text/counts", test_counts);
  g_test_add_func ("/notification-text/hostile-name", test_hostile_name);

  return g_test_run ();
}
