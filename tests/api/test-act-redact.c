/* Secrets taken out of messages
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-redact.h"

#include "act-api-error.h"

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

static void
test_free (void)
{
  act_redact_free (NULL);
  act_redact_free (g_strdup (""));
  act_redact_free (g_strdup ("canary"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/redact/error", test_error);
  g_test_add_func ("/redact/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/redact/free", test_free);

  return g_test_run ();
}
