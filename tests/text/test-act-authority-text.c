/* The certificate of a private authority in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-authority-text.h"
#include "act-event.h"

#include <gio/gio.h>
#include <string.h>

#define DAY ((gint64) 24 * 60 * 60 * 1000)

static void
test_name (void)
{
  ActAuthority     authority = { .subject = (char *) "CN=Root\n\xe2\x80\xae<b>" };
  g_autofree char *name = act_authority_text_name (&authority);
  g_autofree char *none = NULL;

  g_assert_cmpstr (name, ==, "CN=Root [U+202E]<b>");
  authority.subject = NULL;
  none = act_authority_text_name (&authority);
  g_assert_cmpstr (none, ==, "A certificate without a name");
}

static void
test_expiry (void)
{
  ActAuthority     authority = { .expires = 10 * DAY };
  g_autofree char *valid = act_authority_text_expiry (&authority, 9 * DAY);
  g_autofree char *expired = act_authority_text_expiry (&authority, 11 * DAY);

  g_assert_cmpstr (valid, ==, "Valid until 11 January 00:00");
  g_assert_cmpstr (expired, ==, "Expired 11 January 00:00");
  authority.expires = ACT_TIME_UNKNOWN;
  g_assert_null (act_authority_text_expiry (&authority, 0));
}

static void
test_problems (void)
{
  static const char *const words[] = { "larger", "private key", "several", "no certificate" };

  for (int code = 0; code < (int) G_N_ELEMENTS (words); code++)
    {
      g_autoptr (GError) error = g_error_new_literal (ACT_AUTHORITY_ERROR, code, "x");

      g_assert_nonnull (strstr (act_authority_text_problem (error), words[code]));
    }
  {
    g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "x");

    g_assert_nonnull (strstr (act_authority_text_problem (error), "could not be read"));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/authority-text/name", test_name);
  g_test_add_func ("/authority-text/expiry", test_expiry);
  g_test_add_func ("/authority-text/problems", test_problems);

  return g_test_run ();
}
