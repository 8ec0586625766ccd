/* Secrets taken out of messages
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-redact.h"

#include "act-api-error.h"
#include "wipe-watch.h"

static void
assert_redacted (const char *message,
                 const char *secret,
                 const char *expected)
{
  g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_SERVER, message);

  error = act_redact_error (g_steal_pointer (&error), secret);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_error (void)
{
  assert_redacted ("canary", "canary", "•••");
  assert_redacted ("a canary, two canarycanary", "canary", "a •••, two ••••••");
  assert_redacted ("%s ca.*y", "ca.*y", "%s •••");
  assert_redacted ("grün", "ü", "gr•••n");
}

static void
test_nothing_to_do (void)
{
  assert_redacted ("canar y", "canary", "canar y");
  assert_redacted ("", "canary", "");
  assert_redacted ("as it is", "", "as it is");
  assert_redacted ("as it is", NULL, "as it is");
}

/* One may be a part of another. */
static void
test_several (void)
{
  static const char *const texts[] = { "can", "canary", "", "ary-2" };
  g_autoptr (GPtrArray) secrets = g_ptr_array_new ();
  g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_SERVER, "canary, can and ary-2, canary-2");

  error = act_redact_error_all (g_steal_pointer (&error), secrets);
  error = act_redact_error_all (g_steal_pointer (&error), NULL);
  g_assert_cmpstr (error->message, ==, "canary, can and ary-2, canary-2");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (secrets, (gpointer) texts[i]);
  error = act_redact_error_all (g_steal_pointer (&error), secrets);
  g_assert_cmpstr (error->message, ==, "•••, ••• and •••, •••-2");
  g_assert_cmpstr (g_ptr_array_index (secrets, 0), ==, "can");
}

static void
test_names (void)
{
  static const char *const secret[] = { "apiKey", "key", "API_KEY", "clientSecret", "accessToken", "password", "vendorAuthCode" };
  static const char *const plain[] = { "", "site", "integrationCredentialsId", "credentialId", "customerId", "name" };

  for (gsize i = 0; i < G_N_ELEMENTS (secret); i++)
    g_assert_true (act_redact_is_secret_name (secret[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_false (act_redact_is_secret_name (plain[i]));
}

static void
test_free (void)
{
  wipe_watch_start ();
  act_redact_free (NULL);
  act_redact_free (g_strdup (""));
  act_redact_free (g_strdup ("canary"));
  g_assert_cmpuint (wipe_watch_count ("canary"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redact/error", test_error);
  g_test_add_func ("/redact/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/redact/several", test_several);
  g_test_add_func ("/redact/names", test_names);
  g_test_add_func ("/redact/free", test_free);

  return g_test_run ();
}
