/* What a token says of itself, whatever it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-token-claims.h"

#include "sample.h"

#include <string.h>

/* As tokens have it: with the alphabet of URLs, and nothing to fill it up. */
static char *
make_token (const char *claims,
            gsize       length)
{
  g_autofree char *text = g_base64_encode ((const guchar *) claims, length);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';

  return g_strconcat ("eyJhbGciOiJSUzI1NiJ9.", text, ".c2lnbmF0dXJl", NULL);
}

static void
check (const char *claims,
       gsize       length,
       const char *expected)
{
  g_autofree char *token = make_token (claims, length);
  g_autofree char *id = act_token_claims_dup_organisation_id (token);

  tell_sample (token);
  g_assert_cmpstr (id, ==, expected);
}

static void
test_id (void)
{
  static const char *const good[] = { "org", "0a1B-2c_3", "b1d2c3d4-0000-4000-8000-1234567890ab" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *claims = g_strdup_printf ("{\"exp\":1,\"orgId\":\"%s\",\"name\":\"\u00ff\u00fe?>~\"}", good[i]);

      check (claims, strlen (claims), good[i]);
    }
}

/* What is not an id is not shown, nor does it get into a path. */
static void
test_no_id (void)
{
  g_autofree char         *long_id = g_strnfill (129, 'a');
  g_autofree char         *long_claims = g_strdup_printf ("{\"orgId\":\"%s\"}", long_id);
  static const char *const samples[] = {
    "",
    "{}",
    "[]",
    "\"orgId\"",
    "{\"orgId\":null}",
    "{\"orgId\":{}}",
    "{\"orgId\":\"\"}",
    "{\"orgId\":\"..\"}",
    "{\"orgId\":\"a/b\"}",
    "{\"orgId\":\"a b\"}",
    "{\"orgId\":\"<b>a</b>\"}",
    "{\"orgId\":\"a\\nb\"}",
    "{\"orgId\":\"\\u202egro\"}",
    "{\"orgId\":\"caf\\u00e9\"}",
    "{\"orgId\":\"org\"",
    "{\"orgid\":\"org\"}",
    "{\"orgId\":\"\xff\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    check (samples[i], strlen (samples[i]), NULL);
  check (long_claims, strlen (long_claims), NULL);
  check ("{\"orgId\":\"org\"}\0", strlen ("{\"orgId\":\"org\"}") + 1, NULL);
}

static void
test_deep (void)
{
  g_autofree char *deep = g_strnfill (10000, '[');

  check (deep, strlen (deep), NULL);
}

static void
test_no_token (void)
{
  g_autofree char *middle = g_strnfill (17 * 1024, 'A');
  g_autofree char *endless = g_strconcat ("a.", middle, ".b", NULL);
  const char      *tokens[] = { "", "token-1", "a.b", ".", "..", "...", "a..b", "a.!.b", "a.====.b", endless };

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      tell_sample (tokens[i]);
      g_assert_null (act_token_claims_dup_organisation_id (tokens[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token-claims/id", test_id);
  g_test_add_func ("/token-claims/no-id", test_no_id);
  g_test_add_func ("/token-claims/deep", test_deep);
  g_test_add_func ("/token-claims/no-token", test_no_token);

  return g_test_run ();
}
