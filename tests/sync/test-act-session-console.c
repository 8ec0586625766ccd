/* Tests of the Console's address
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-console.h"
#include "session-fixture.h"

#define ADDRESS "https://console.example.com/org/1"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_kept (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_assert_null (act_session_get_console_address (self->session));
  g_signal_connect_swapped (self->session, "console-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (act_session_set_console_address (self->session, ADDRESS, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (act_session_get_console_address (self->session), ==, ADDRESS);
  g_assert_cmpstr (act_connection_get_console_address (act_session_get_connection (self->session)),
                   ==, ADDRESS);
  g_assert_true (act_session_set_console_address (self->session, NULL, &error));
  g_assert_null (act_session_get_console_address (self->session));
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_refused (Fixture      *self,
              gconstpointer unused)
{
  static const char *const rows[] = {
    "",
    "console.example.com",
    "https://user:word@console.example.com",
    "javascript:alert(1)",
    "http://console.example.com",
  };

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (act_session_set_console_address (self->session, rows[i], &error));
      g_assert_error (error, ACT_CONNECTION_ERROR, ACT_CONNECTION_ERROR_CONSOLE);
    }
  g_assert_null (act_session_get_console_address (self->session));

  g_assert_true (act_session_set_console_address (self->session, "http://127.0.0.1:8080/", NULL));
  g_assert_true (act_session_set_console_address (self->session, "HTTPS://console.example.com", NULL));
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sync/session-console/kept", test_kept);
  ADD ("/sync/session-console/refused", test_refused);

  return g_test_run ();
}
