/* What is found in a pasted block, and what is not
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-connection-paste.h"

#include <string.h>

static ActConnectionPaste *
parse (const char *text)
{
  return act_connection_paste_parse (text, strlen (text));
}

static void
assert_found (const char *text,
              const char *base_url,
              const char *organisation_id,
              const char *key_id,
              const char *secret)
{
  g_autoptr (ActConnectionPaste) found = parse (text);

  g_assert_nonnull (found);
  g_assert_cmpstr (found->base_url, ==, base_url);
  g_assert_cmpstr (found->organisation_id, ==, organisation_id);
  g_assert_cmpstr (found->key_id, ==, key_id);
  g_assert_cmpstr (found->secret, ==, secret);
}

static void
test_blocks (void)
{
  assert_found ("export M3TER_ORG_ID=\"org\"\n"
                "export M3TER_API_KEY=\"key\"\n"
                "export M3TER_API_SECRET=\"s3cr3t\"\n"
                "export M3TER_BASE_URL=\"https://api.example.com\"\n",
                "https://api.example.com", "org", "key", "s3cr3t");
  assert_found ("M3TER_ORG_ID=org\r\nM3TER_API_KEY=key\r\nM3TER_API_SECRET=a+b/c==\r\n",
                NULL, "org", "key", "a+b/c==");
  assert_found ("# production\n\n  M3TER_ORG_ID = 'org' # ours\n#M3TER_API_KEY=old\n\tM3TER_API_KEY=new;",
                NULL, "org", "new", NULL);
  assert_found ("M3TER_ORG_ID=org M3TER_API_KEY=key M3TER_API_SECRET=s actioned sync",
                NULL, "org", "key", "s");
  assert_found ("export M3TER_ORG_ID=org; export M3TER_API_KEY=key", NULL, "org", "key", NULL);
  assert_found ("set M3TER_ORG_ID=org\r\n$Env:M3TER_API_KEY = \"key\"\r", NULL, "org", "key", NULL);
}

static void
test_quotes (void)
{
  assert_found ("M3TER_API_SECRET=\"a\\\"b\\\\c\\$d\\e #f\"", NULL, NULL, NULL, "a\"b\\c$d\\e #f");
  assert_found ("M3TER_API_SECRET='a\\\"b #;c'", NULL, NULL, NULL, "a\\\"b #;c");
  assert_found ("M3TER_API_SECRET=a#b\"c", NULL, NULL, NULL, "a#b\"c");
  assert_found ("M3TER_API_SECRET=\"not closed\nM3TER_ORG_ID=org", NULL, "org", NULL, NULL);
  assert_found ("M3TER_API_SECRET=\"ends with\\", NULL, NULL, NULL, NULL);
}

static void
test_names (void)
{
  assert_found ("ACTIONED_ORG_ID=ours\nM3TER_ORG_ID=theirs\nM3TER_API_KEY=key", NULL, "ours", "key",
                NULL);
  assert_found ("M3TER_ORG_ID=first\nM3TER_ORG_ID=last\nM3TER_ORG_ID=", NULL, "last", NULL, NULL);

  /* A token is a secret too, and must not be taken for something to be shown. */
  assert_found ("M3TER_API_TOKEN=token", NULL, NULL, NULL, NULL);
}

static void
test_other_texts (void)
{
  static const char *const texts[] = {
    "",
    "\n\n\r\n",
    "=",
    "org-0001",
    "https://api.m3ter.com",
    "M3TER_ORG_ID",
    "M3TER_ORG_ID is what you need",
    "MY_M3TER_ORG_ID=org",
    "m3ter_org_id=org",
    "a=b",
    "export",
    "export =",
    "# M3TER_ORG_ID=org",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (parse (texts[i]));
}

static void
test_hostile_values (void)
{
  g_autoptr (GString) text = g_string_new ("M3TER_ORG_ID=");

  assert_found ("M3TER_ORG_ID=a\x1b[31m\nM3TER_API_KEY=key", NULL, NULL, "key", NULL);
  assert_found ("M3TER_ORG_ID=a\xc2\x85"
                "b\nM3TER_API_KEY=key",
                NULL, NULL, "key", NULL);
  g_assert_null (parse ("M3TER_ORG_ID=a\xff"));
  g_assert_null (act_connection_paste_parse ("M3TER_ORG_ID=a\0b", 15));
  g_assert_null (act_connection_paste_parse ("M3TER_ORG_ID=a", 0));

  for (guint i = 0; i < 4096; i++)
    g_string_append_c (text, 'x');
  {
    g_autoptr (ActConnectionPaste) found = parse (text->str);

    g_assert_cmpuint (strlen (found->organisation_id), ==, 4096);
  }
  g_string_append_c (text, 'x');
  assert_found (text->str, NULL, NULL, NULL, NULL);
}

static void
test_length (void)
{
  g_autofree char *text = g_malloc (ACT_CONNECTION_PASTE_MAX_LENGTH + 1);
  g_autoptr (ActConnectionPaste) found = NULL;
  const char *line = "M3TER_ORG_ID=org\n";

  memset (text, '\n', ACT_CONNECTION_PASTE_MAX_LENGTH + 1);
  memcpy (text, line, strlen (line));
  found = act_connection_paste_parse (text, ACT_CONNECTION_PASTE_MAX_LENGTH);
  g_assert_cmpstr (found->organisation_id, ==, "org");
  g_assert_null (act_connection_paste_parse (text, ACT_CONNECTION_PASTE_MAX_LENGTH + 1));

  /* Only the bytes that were given are read. */
  g_clear_pointer (&found, act_connection_paste_free);
  found = act_connection_paste_parse (text, strlen ("M3TER_ORG_ID=or"));
  g_assert_cmpstr (found->organisation_id, ==, "or");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-paste/blocks", test_blocks);
  g_test_add_func ("/connection-paste/quotes", test_quotes);
  g_test_add_func ("/connection-paste/names", test_names);
  g_test_add_func ("/connection-paste/other-texts", test_other_texts);
  g_test_add_func ("/connection-paste/hostile-values", test_hostile_values);
  g_test_add_func ("/connection-paste/length", test_length);

  return g_test_run ();
}
