/* Tests of what is kept in a keyring that is a file, as in a Flatpak
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "keyring-calls.h"

#include <glib/gstdio.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

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

/* What was given up goes on for a moment, and holds the keyring. */
static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  while (G_OBJECT (self->keyring)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (self->keyring);
}

static void
test_keeps (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com", "acme", "key");

  check_secret (self->keyring, acme, NULL);
  store_secret (self->keyring, acme, "first sécret");
  check_secret (self->keyring, acme, "first sécret");
  store_secret (self->keyring, acme, "second");
  check_secret (self->keyring, acme, "second");
  clear_secrets (self->keyring, acme);
  check_secret (self->keyring, acme, NULL);
  clear_secrets (self->keyring, acme);
}

static void
test_base_urls (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com/v1/", "acme", "key");
  g_autoptr (ActConnection) same = new_connection ("HTTPS://API.example.com:443/v1", "acme", "key");
  static const char *const others[] = {
    "https://api.example.com",
    "https://api.example.com/v1/v1",
    "https://api.example.com/V1",
    "https://api.example.org/v1",
    "https://api.example.com.evil.example",
    "https://api.example.com:8443",
    "https://example.com",
    "http://127.0.0.1",
    "http://localhost:443",
  };

  store_secret (self->keyring, acme, "for one base URL");
  check_secret (self->keyring, same, "for one base URL");
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (ActConnection) other = new_connection (others[i], "acme", "key");

      check_secret (self->keyring, other, NULL);
      clear_secrets (self->keyring, other);
    }
  check_secret (self->keyring, acme, "for one base URL");
  clear_secrets (self->keyring, same);
  check_secret (self->keyring, acme, NULL);
}

static void
test_organisations (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (ActConnection) acme = new_connection ("https://api.example.com", "acme", "key");
  g_autoptr (ActConnection) other = new_connection ("https://api.example.com", "other", "key");

  store_secret (self->keyring, acme, "of acme");
  check_secret (self->keyring, other, NULL);
  store_secret (self->keyring, other, "of other");
  check_secret (self->keyring, acme, "of acme");
  clear_secrets (self->keyring, acme);
  check_secret (self->keyring, other, "of other");
  clear_secrets (self->keyring, other);
}

/* Behind one host there may be two servers, each with its own key. */
static void
test_paths (Fixture      *self,
            gconstpointer unused)
{
  g_autoptr (ActConnection) one = new_connection ("https://api.example.com/one", "acme", "key of one");
  g_autoptr (ActConnection) two = new_connection ("https://api.example.com/two", "acme", "key of two");

  store_secret (self->keyring, one, "of one");
  store_secret (self->keyring, two, "of two");
  check_secret (self->keyring, one, "of one");
  clear_secrets (self->keyring, one);
  check_secret (self->keyring, one, NULL);
  check_secret (self->keyring, two, "of two");
  clear_secrets (self->keyring, two);
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

  store_secret (self->keyring, old, "old");
  store_secret (self->keyring, other, "other");
  store_secret (self->keyring, elsewhere, "elsewhere");
  store_secret (self->keyring, new, "new");
  check_secret (self->keyring, new, "new");
  check_secret (self->keyring, old, NULL);
  check_secret (self->keyring, other, "other");
  check_secret (self->keyring, elsewhere, "elsewhere");
  clear_secrets (self->keyring, old);
  check_secret (self->keyring, new, NULL);
  check_secret (self->keyring, other, "other");
  clear_secrets (self->keyring, other);
  clear_secrets (self->keyring, elsewhere);
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
  wait_for_result (&cleared);
  g_assert_true (act_keyring_store_finish (self->keyring, stored, NULL));
  secret = act_keyring_look_up_finish (self->keyring, found, NULL);
  g_assert_cmpstr (secret, ==, "kept");
  act_keyring_free_secret (secret);
  g_assert_true (act_keyring_clear_finish (self->keyring, cleared, NULL));
  check_secret (self->keyring, acme, NULL);
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
  wait_for_result (&running);
  wait_for_result (&waiting);
  g_assert_null (act_keyring_look_up_finish (self->keyring, running, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (act_keyring_store_finish (self->keyring, waiting, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  act_keyring_store_async (self->keyring, acme, "never", cancellable, result_cb, &before);
  wait_for_result (&before);
  g_assert_false (act_keyring_store_finish (self->keyring, before, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_secret (self->keyring, acme, NULL);
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

  store_secret (self->keyring, acme, "canary-of-the-file");
  g_file_get_contents (g_getenv ("SECRET_FILE_TEST_PATH"), &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (contents, (gssize) length, "canary-of-the-file"));
  clear_secrets (self->keyring, acme);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("act-keyring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  int              status = 0;

#ifdef __SANITIZE_ADDRESS__
  /* libsecret loses some bytes whenever it writes its file, in functions that have no name. */
  __lsan_disable ();
#endif
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/keyring/keeps", Fixture, NULL, set_up, test_keeps, tear_down);
  g_test_add ("/keyring/base-urls", Fixture, NULL, set_up, test_base_urls, tear_down);
  g_test_add ("/keyring/organisations", Fixture, NULL, set_up, test_organisations, tear_down);
  g_test_add ("/keyring/paths", Fixture, NULL, set_up, test_paths, tear_down);
  g_test_add ("/keyring/rotates", Fixture, NULL, set_up, test_rotates, tear_down);
  g_test_add ("/keyring/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/keyring/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/keyring/file", Fixture, NULL, set_up, test_file, tear_down);

  status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);

  return status;
}
