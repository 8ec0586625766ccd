/* What stands against the fields of a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-field-text.h"

#include <string.h>

static void
assert_says (const char *problem,
             const char *words)
{
  g_assert_nonnull (problem);
  if (strstr (problem, words) == NULL)
    g_error ("“%s” lacks “%s”", problem, words);
}

static void
test_base_url (void)
{
  static const char *const good[] = {
    "https://api.m3ter.com",
    " https://api.example.com:8443/base/ ",
    "http://localhost:8080",
    "http://127.0.0.1:1",
    "http://[::1]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_null (act_connection_field_text_base_url (good[i]));

  assert_says (act_connection_field_text_base_url (""), "missing");
  assert_says (act_connection_field_text_base_url ("  "), "missing");
  assert_says (act_connection_field_text_base_url ("http://api.m3ter.com"), "must begin with https://");
  assert_says (act_connection_field_text_base_url ("https://console.m3ter.com/x"), "of the Console");
  assert_says (act_connection_field_text_base_url ("api.m3ter.com"), "no address");
  assert_says (act_connection_field_text_base_url ("https://user@api.m3ter.com"), "no address");
  assert_says (act_connection_field_text_base_url ("https://api.m3ter.com?a=b"), "no address");
  assert_says (act_connection_field_text_base_url ("https://"), "no address");
  assert_says (act_connection_field_text_base_url ("file:///etc/passwd"), "no address");
  assert_says (act_connection_field_text_base_url ("https://a\nb"), "no address");
}

static void
test_ids (void)
{
  g_autofree char *large = g_strnfill (70000, 'x');

  g_assert_null (act_connection_field_text_organisation (" 3f0c-1 "));
  g_assert_null (act_connection_field_text_key_id ("AKEY"));
  assert_says (act_connection_field_text_organisation (" "), "organisation id is missing");
  assert_says (act_connection_field_text_key_id (""), "key id is missing");
  assert_says (act_connection_field_text_organisation ("two words"), "No id");
  assert_says (act_connection_field_text_key_id ("a\x01"), "No id");
  assert_says (act_connection_field_text_organisation ("\xff"), "No id");
  assert_says (act_connection_field_text_organisation (large), "No id");
}

static void
test_secret (void)
{
  g_autofree char *large = g_strnfill (5000, 'x');

  g_assert_null (act_connection_field_text_secret ("a+b/c=="));
  assert_says (act_connection_field_text_secret (""), "missing");
  assert_says (act_connection_field_text_secret ("canary 1"), "space");
  assert_says (act_connection_field_text_secret ("canary\n"), "space");
  assert_says (act_connection_field_text_secret ("canary\x1b"), "space");
  assert_says (act_connection_field_text_secret (large), "too long");
  g_assert_null (strstr (act_connection_field_text_secret ("canary 1"), "canary"));
}

static void
test_settings (void)
{
  g_autofree char *large = g_strnfill (101, 'x');

  g_assert_null (act_connection_field_text_name (""));
  g_assert_null (act_connection_field_text_name ("Acme & Söhne <b>"));
  assert_says (act_connection_field_text_name (large), "too long");
  assert_says (act_connection_field_text_name ("a\nb"), "cannot be seen");

  g_assert_null (act_connection_field_text_mark_call ("PUT", "/organizations/{orgId}/events/{id}/actioned"));
  g_assert_null (act_connection_field_text_mark_call ("PATCH", " /events/{id} "));
  assert_says (act_connection_field_text_mark_call ("PUT", "/events"), "{id}");
  assert_says (act_connection_field_text_mark_call ("PUT", ""), "{id}");
  assert_says (act_connection_field_text_mark_call ("PUT", "//evil.example/{id}"), "no path");
  assert_says (act_connection_field_text_mark_call ("PUT", "https://evil.example/{id}"), "no path");
  assert_says (act_connection_field_text_mark_call ("PUT", "/a/../{id}"), "no path");
  g_assert_nonnull (act_connection_field_text_mark_call ("DELETE", "/events/{id}"));

  g_assert_null (act_connection_field_text_console (""));
  g_assert_null (act_connection_field_text_console (" https://console.m3ter.com "));
  assert_says (act_connection_field_text_console ("http://console.m3ter.com"), "https://");
  assert_says (act_connection_field_text_console ("javascript:alert(1)"), "https://");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-field-text/base-url", test_base_url);
  g_test_add_func ("/connection-field-text/ids", test_ids);
  g_test_add_func ("/connection-field-text/secret", test_secret);
  g_test_add_func ("/connection-field-text/settings", test_settings);

  return g_test_run ();
}
