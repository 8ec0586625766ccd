/* Tests of the Console's address
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-session-console.h"
#include "session-fixture.h"

#define ADDRESS "https://console.example.com/org/1"

static gboolean
set_address (Fixture    *self,
             const char *address,
             GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_set_console_address_async (self->session, address, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_set_console_address_finish (self->session, result, error);
}

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
  g_assert_true (set_address (self, ADDRESS, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (act_session_get_console_address (self->session), ==, ADDRESS);

  fixture_close (self);
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_assert_cmpstr (act_session_get_console_address (self->session), ==, ADDRESS);
  g_assert_true (set_address (self, NULL, &error));
  g_assert_null (act_session_get_console_address (self->session));

  fixture_close (self);
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_assert_null (act_session_get_console_address (self->session));
}

static void
test_refused (Fixture      *self,
              gconstpointer unused)
{
  static const struct
  {
    const char        *address;
    ActConnectionError code;
  } rows[] = {
    { "", ACT_CONNECTION_ERROR_URL },
    { "console.example.com", ACT_CONNECTION_ERROR_URL },
    { "https://", ACT_CONNECTION_ERROR_URL },
    { "https://user:word@console.example.com", ACT_CONNECTION_ERROR_URL },
    { "https://console.example.com\n", ACT_CONNECTION_ERROR_URL },
    { "https://console.example.com/a b", ACT_CONNECTION_ERROR_URL },
    { "javascript:alert(1)", ACT_CONNECTION_ERROR_URL },
    { "file:///etc/passwd", ACT_CONNECTION_ERROR_URL },
    { "http://console.example.com", ACT_CONNECTION_ERROR_INSECURE },
  };
  g_autofree char *long_address = NULL;
  g_autofree char *filler = g_strnfill (3000, 'a');
  g_autoptr (GError) long_error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (set_address (self, rows[i].address, &error));
      g_assert_error (error, ACT_CONNECTION_ERROR, (int) rows[i].code);
    }
  long_address = g_strconcat (ADDRESS, "/", filler, NULL);
  g_assert_false (set_address (self, long_address, &long_error));
  g_assert_null (act_session_get_console_address (self->session));

  g_assert_true (set_address (self, "http://127.0.0.1:8080/", NULL));
  g_assert_true (set_address (self, "HTTPS://console.example.com", NULL));
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
