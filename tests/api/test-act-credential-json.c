/* Credentials read without their secrets, and written with them once
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-credential-json.h"

#include "act-api-error.h"
#include "act-event.h"
#include "act-json-page.h"
#include "act-redact.h"
#include "act-resource-json.h"
#include "sample.h"
#include "wipe-watch.h"

#include <string.h>

#define WHOLE                                                                                                          \
  "{\"id\":\"k\",\"type\":\"CHARGEBEE_AUTH\",\"destination\":\"CHARGEBEE\",\"destinationId\":\"d\",\"name\":\"Live\"," \
  "\"dtCreated\":\"1970-01-01T00:00:01.000Z\",\"dtLastModified\":\"1970-01-01T00:00:02.000Z\",\"version\":2}"

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ActCredential) credential = act_credential_from_json (WHOLE, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (credential->id, ==, "k");
  g_assert_cmpint (credential->version, ==, 2);
  g_assert_cmpstr (credential->type, ==, "CHARGEBEE_AUTH");
  g_assert_cmpstr (credential->destination, ==, "CHARGEBEE");
  g_assert_cmpstr (credential->destination_id, ==, "d");
  g_assert_cmpstr (credential->name, ==, "Live");
  g_assert_cmpint (credential->created, ==, 1000);
  g_assert_cmpint (credential->modified, ==, 2000);

  json = act_credential_to_json (credential);
  g_assert_cmpstr (json, ==, WHOLE);
}

static void
test_wrong_types (void)
{
  static const char *const values[] = { "null", "true", "\"\"", "[]", "{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *json =
          g_strdup_printf ("{\"id\":\"k\",\"version\":%1$s,\"type\":%1$s,\"destination\":%1$s,\"name\":%1$s,\"dtCreated\":%1$s}",
                           values[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (ActCredential) credential = act_credential_from_json (json, &error);
      g_autofree char *written = NULL;

      tell_sample (json);
      g_assert_no_error (error);
      g_assert_null (credential->type);
      g_assert_null (credential->name);
      written = act_credential_to_json (credential);
      g_assert_cmpstr (written, ==, "{\"id\":\"k\",\"version\":0}");
    }
}

/* A webhook's come back with their secrets, and must not be kept. */
static void
test_secrets_dropped (void)
{
  g_autoptr (ActJsonPage) page = NULL;
  g_autofree char *json = NULL;

  wipe_watch_start ();
  page = act_json_decode_text ("{\"data\":[{\"id\":\"k\",\"apiKey\":\"canary-1\",\"secret\":\"canary-2\"}]}",
                               &act_credential_page_decoder, NULL);
  g_assert_cmpuint (page->things->len, ==, 1);
  json = act_credential_to_json (g_ptr_array_index (page->things, 0));
  g_assert_cmpstr (json, ==, "{\"id\":\"k\",\"version\":0}");
  g_assert_cmpuint (wipe_watch_count ("canary-2"), >, 0);
}

static void
test_draft (void)
{
  ActCredentialDraft *draft = act_credential_draft_new ("CHARGEBEE_AUTH", "CHARGEBEE", "My \"own\"");
  char               *json = NULL;

  act_credential_draft_take (draft, "site", g_strdup ("example"));
  act_credential_draft_take (draft, "apiKey", g_strdup ("canary\"\\é\001"));

  wipe_watch_start ();
  json = act_credential_json_write_draft (draft);
  g_assert_cmpstr (json, ==,
                   "{\"type\":\"CHARGEBEE_AUTH\",\"destination\":\"CHARGEBEE\",\"name\":\"My \\\"own\\\"\","
                   "\"site\":\"example\",\"apiKey\":\"canary\\\"\\\\é\\u0001\"}");

  /* The copy in between is gone, the one in the text goes next. */
  g_assert_cmpuint (wipe_watch_count ("canary"), ==, 1);
  act_redact_free (json);
  g_assert_cmpuint (wipe_watch_count ("canary"), ==, 2);
  act_credential_draft_free (draft);
  g_assert_cmpuint (wipe_watch_count ("canary"), ==, 3);
}

/* A buffer that grew would leave copies behind: none may be too small. */
static void
test_long_draft (void)
{
  ActCredentialDraft *draft = act_credential_draft_new ("STATIC_API_KEY", "M3TER", NULL);
  g_autofree char    *long_key = g_strnfill (1000, '"');
  char               *json = NULL;

  for (guint i = 0; i < 20; i++)
    act_credential_draft_take (draft, long_key, g_strnfill (1000, '\001'));

  json = act_credential_json_write_draft (draft);
  g_assert_cmpuint (strlen (json), >, 20 * 8000);
  g_assert_true (g_str_has_suffix (json, "\\u0001\"}"));
  act_redact_free (json);
  act_credential_draft_free (draft);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credential-json/whole", test_whole);
  g_test_add_func ("/credential-json/wrong-types", test_wrong_types);
  g_test_add_func ("/credential-json/secrets-dropped", test_secrets_dropped);
  g_test_add_func ("/credential-json/draft", test_draft);
  g_test_add_func ("/credential-json/long-draft", test_long_draft);

  return g_test_run ();
}
