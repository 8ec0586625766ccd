/* Tests of what is kept in a keyring that is a file, as in a Flatpak
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-keyring.h"

#include <glib/gstdio.h>

typedef struct
{
  ActKeyring *keyring;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  self->keyring = act_keyring_new_for_system ();
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_assert_finalize_object (self->keyring);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static ActConnection *
new_connection (const char *base_url,
                const char *organisation,
                const char *key_id)
{
  g_autoptr (GError) error = NULL;
  ActConnection *connection = act_connection_new ("Acme", base_url, organisation, key_id, &error);

  g_assert_no_error (error);

  return connection;
}

static void
store (Fixture       *self,
       ActConnection *connection,
       const char    *secret)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_keyring_store_async (self->keyring, connection, secret, NULL, result_cb, &result);
  wait_for (&result);
  act_keyring_store_finish (self->keyring, result, &error);
  g_assert_no_error (error);
}

static void
clear (Fixture       *self,
       ActConnection *connection)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_keyring_clear_async (self->keyring, connection, NULL, result_cb, &result);
  wait_for (&result);
  act_keyring_clear_finish (self->keyring, result, &error);
  g_assert_no_error (error);
}

static void
check (Fixture       *self,
       ActConnection *connection,
       const char    *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *secret = NULL;

  act_keyring_look_up_async (self->keyring, connection, NULL, result_cb, &result);
  wait_for (&result);
  secret = act_keyring_look_up_finish (self->keyring, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, expected);
  act_keyring_free_secret (secret);
}

static void
test_keeps (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com", "acme", "key");

  check (self, acme, NULL);
  store (self, acme, "first sécret");
  check (self, acme, "first sécret");
  store (self, acme, "second");
  check (self, acme, "second");
  clear (self, acme);
  check (self, acme, NULL);
  clear (self, acme);
}

static void
test_origins (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com/v1/", "acme", "key");
  g_autoptr (ActConnection) same = new_connection ("HTTPS://API.example.com:443", "acme", "key");
  static const char *const others[] = {
    "https://api.example.org",
    "https://api.example.com.evil.example",
    "https://api.example.com:8443",
    "https://example.com",
    "http://127.0.0.1",
    "http://localhost:443",
  };

  store (self, acme, "for one origin");
  check (self, same, "for one origin");
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (ActConnection) other = new_connection (others[i], "acme", "key");

      check (self, other, NULL);
      clear (self, other);
    }
  check (self, acme, "for one origin");
  clear (self, same);
  check (self, acme, NULL);
}

static void
test_organisations (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com", "acme", "key");
  g_autoptr (ActConnection) other = new_connection ("https://api.example.com", "other", "key");

  store (self, acme, "of acme");
  check (self, other, NULL);
  store (self, other, "of other");
  check (self, acme, "of acme");
  clear (self, acme);
  check (self, other, "of other");
  clear (self, other);
}

/* Who rotates a key leaves no old secret behind, and nothing of another organisation is touched. */
static void
test_rotates (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (ActConnection) old = new_connection ("https://api.example.com", "acme", "old");
  g_autoptr (ActConnection) new = new_connection ("https://api.example.com", "acme", "new");
  g_autoptr (ActConnection) other = new_connection ("https://api.example.com", "other", "old");
  g_autoptr (ActConnection) elsewhere = new_connection ("https://api.example.org", "acme", "old");

  store (self, old, "old");
  store (self, other, "other");
  store (self, elsewhere, "elsewhere");
  store (self, new, "new");
  check (self, new, "new");
  check (self, old, NULL);
  check (self, other, "other");
  check (self, elsewhere, "elsewhere");
  clear (self, old);
  check (self, new, NULL);
  check (self, other, "other");
  clear (self, other);
  clear (self, elsewhere);
}

/* What is asked at once is answered in the order in which it was asked. */
static void
test_order (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com", "acme", "key");
  g_autoptr (GAsyncResult) stored = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) cleared = NULL;
  char *secret = NULL;

  act_keyring_store_async (self->keyring, acme, "kept", NULL, result_cb, &stored);
  act_keyring_look_up_async (self->keyring, acme, NULL, result_cb, &found);
  act_keyring_clear_async (self->keyring, acme, NULL, result_cb, &cleared);
  wait_for (&cleared);
  g_assert_true (act_keyring_store_finish (self->keyring, stored, NULL));
  secret = act_keyring_look_up_finish (self->keyring, found, NULL);
  g_assert_cmpstr (secret, ==, "kept");
  act_keyring_free_secret (secret);
  g_assert_true (act_keyring_clear_finish (self->keyring, cleared, NULL));
  check (self, acme, NULL);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com", "acme", "key");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) before = NULL;
  g_autoptr (GAsyncResult) running = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GError) error = NULL;

  act_keyring_look_up_async (self->keyring, acme, cancellable, result_cb, &running);
  act_keyring_store_async (self->keyring, acme, "never", cancellable, result_cb, &waiting);
  g_cancellable_cancel (cancellable);
  wait_for (&running);
  wait_for (&waiting);
  g_assert_null (act_keyring_look_up_finish (self->keyring, running, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (act_keyring_store_finish (self->keyring, waiting, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  act_keyring_store_async (self->keyring, acme, "never", cancellable, result_cb, &before);
  wait_for (&before);
  g_assert_false (act_keyring_store_finish (self->keyring, before, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check (self, acme, NULL);
}

/* It is encrypted: neither secret nor name of an attribute's value stands in it. */
static void
test_file (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com", "acme", "key");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  store (self, acme, "canary-of-the-file");
  g_file_get_contents (g_getenv ("SECRET_FILE_TEST_PATH"), &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (contents, (gssize) length, "canary-of-the-file"));
  clear (self, acme);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("act-keyring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  int              status = 0;

  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/keyring/keeps", Fixture, NULL, set_up, test_keeps, tear_down);
  g_test_add ("/keyring/origins", Fixture, NULL, set_up, test_origins, tear_down);
  g_test_add ("/keyring/organisations", Fixture, NULL, set_up, test_organisations, tear_down);
  g_test_add ("/keyring/rotates", Fixture, NULL, set_up, test_rotates, tear_down);
  g_test_add ("/keyring/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/keyring/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/keyring/file", Fixture, NULL, set_up, test_file, tear_down);

  status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);

  return status;
}
