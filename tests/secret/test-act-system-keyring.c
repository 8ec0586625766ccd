/* Tests of the keyring of the session against a Secret Service that misbehaves
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-system-keyring.h"
#include "keyring-calls.h"
#include "scripted-keyring.h"

#include <string.h>

#define BASE_URL "https://api.example.com"
#define REFUSAL  "org.freedesktop.DBus.Error.AccessDenied"

typedef struct
{
  ScriptedKeyring *service;
  ActKeyring      *keyring;
  ActConnection   *acme;
} Fixture;

/* Ends with the process: what libsecret loses holds on to it. */
static GTestDBus *bus;

typedef void (*FixtureFunc) (Fixture      *self,
                             gconstpointer data);

static void
set_up_alone (Fixture      *self,
              gconstpointer unused)
{
  self->keyring = ACT_KEYRING (act_system_keyring_new ());
  self->acme = new_connection (BASE_URL, "acme", "key");
}

static void
set_up_on_bus (Fixture      *self,
               gconstpointer unused)
{
  if (g_test_dbus_get_bus_address (bus) == NULL)
    g_test_dbus_up (bus);
  set_up_alone (self, unused);
}

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  set_up_on_bus (self, unused);
  self->service = scripted_keyring_new ();
}

/* What was given up goes on for a moment, and holds the keyring. */
static void
settle_while_used (Fixture *self)
{
  while (G_OBJECT (self->keyring)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_clear_pointer (&self->service, scripted_keyring_free);
  settle_while_used (self);
  g_assert_finalize_object (self->keyring);
  act_connection_unref (self->acme);
}

static void
tear_down_lost (Fixture      *self,
                gconstpointer unused)
{
  scripted_keyring_free (self->service);
  g_object_unref (self->keyring);
  act_connection_unref (self->acme);
}

static void
check_store_fails (Fixture        *self,
                   ActKeyringError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_to_store (self->keyring, self->acme, "new", &error));
  g_assert_error (error, ACT_KEYRING_ERROR, (int) code);
}

static void
check_clear_fails (Fixture        *self,
                   ActKeyringError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_to_clear (self->keyring, self->acme, &error));
  g_assert_error (error, ACT_KEYRING_ERROR, (int) code);
}

/* No test before this one may have met a bus, since a process keeps to the first one that it meets. */
static void
test_no_bus (Fixture      *self,
             gconstpointer unused)
{
  check_no_secret (self->keyring, self->acme, ACT_KEYRING_ERROR_ABSENT);
  check_store_fails (self, ACT_KEYRING_ERROR_ABSENT);
  check_clear_fails (self, ACT_KEYRING_ERROR_ABSENT);
}

static void
test_no_service (Fixture      *self,
                 gconstpointer unused)
{
  check_no_secret (self->keyring, self->acme, ACT_KEYRING_ERROR_ABSENT);
  check_store_fails (self, ACT_KEYRING_ERROR_ABSENT);
  check_clear_fails (self, ACT_KEYRING_ERROR_ABSENT);
}

static void
test_keeps (Fixture      *self,
            gconstpointer unused)
{
  g_autofree char *attributes = NULL;

  check_secret (self->keyring, self->acme, NULL);
  store_secret (self->keyring, self->acme, "first");
  store_secret (self->keyring, self->acme, "second");
  g_assert_cmpuint (scripted_keyring_count (self->service), ==, 1);
  check_secret (self->keyring, self->acme, "second");

  g_assert_cmpstr (scripted_keyring_get_label (self->service, "key"), ==,
                   "API secret of “Acme” for Actioned");
  attributes = scripted_keyring_list (self->service, "key");
  g_assert_nonnull (strstr (attributes, "'base-url': '" BASE_URL "'"));
  g_assert_nonnull (strstr (attributes, "'organization-id': 'acme'"));
  g_assert_nonnull (strstr (attributes, "'xdg:schema': 'io.github.actioned.Actioned'"));
  g_assert_null (strstr (attributes, "second"));

  clear_secrets (self->keyring, self->acme);
  g_assert_cmpuint (scripted_keyring_count (self->service), ==, 0);
  g_assert_cmpuint (self->service->n_asked, ==, 0);
}

static void
test_several (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (ActConnection) newer = new_connection (BASE_URL, "acme", "newer");

  scripted_keyring_add (self->service, BASE_URL, "other", "key-of-other", "of other");
  scripted_keyring_add (self->service, "https://example.org", "acme", "elsewhere", "of elsewhere");
  scripted_keyring_add (self->service, BASE_URL, "acme", "oldest", "oldest");
  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "old");
  check_secret (self->keyring, self->acme, "old");

  store_secret (self->keyring, newer, "new");
  check_secret (self->keyring, newer, "new");
  check_secret (self->keyring, self->acme, NULL);
  g_assert_cmpuint (scripted_keyring_count (self->service), ==, 3);

  clear_secrets (self->keyring, self->acme);
  g_assert_cmpuint (scripted_keyring_count (self->service), ==, 2);
  g_assert_cmpstr (scripted_keyring_get_value (self->service, "key-of-other"), ==, "of other");
  g_assert_cmpstr (scripted_keyring_get_value (self->service, "elsewhere"), ==, "of elsewhere");
}

static void
test_opened (Fixture      *self,
             gconstpointer unused)
{
  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");

  self->service->is_locked = TRUE;
  check_secret (self->keyring, self->acme, "kept");
  g_assert_cmpuint (self->service->n_asked, ==, 1);

  self->service->is_locked = TRUE;
  store_secret (self->keyring, self->acme, "new");
  g_assert_cmpuint (self->service->n_asked, ==, 2);
  g_assert_cmpstr (scripted_keyring_get_value (self->service, "key"), ==, "new");

  self->service->is_locked = TRUE;
  clear_secrets (self->keyring, self->acme);
  g_assert_cmpuint (self->service->n_asked, ==, 3);
  g_assert_cmpuint (scripted_keyring_count (self->service), ==, 0);
}

static void
test_declined (Fixture      *self,
               gconstpointer unused)
{
  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
  self->service->is_locked = TRUE;
  self->service->answer = SCRIPTED_ANSWER_DISMISS;

  check_no_secret (self->keyring, self->acme, ACT_KEYRING_ERROR_LOCKED);
  check_store_fails (self, ACT_KEYRING_ERROR_LOCKED);
  check_clear_fails (self, ACT_KEYRING_ERROR_LOCKED);
  g_assert_cmpuint (self->service->n_asked, ==, 3);
  g_assert_cmpstr (scripted_keyring_get_value (self->service, "key"), ==, "kept");

  self->service->answer = SCRIPTED_ANSWER_OPEN;
  check_secret (self->keyring, self->acme, "kept");
}

/* Nobody is asked for a password for nothing. */
static void
test_locked_without_ours (Fixture      *self,
                          gconstpointer unused)
{
  scripted_keyring_add (self->service, BASE_URL, "other", "key-of-other", "of other");
  self->service->is_locked = TRUE;

  check_secret (self->keyring, self->acme, NULL);
  clear_secrets (self->keyring, self->acme);
  g_assert_cmpuint (self->service->n_asked, ==, 0);
}

/* Three connections at the start are one question, whatever the answer is. */
static void
ask_thrice (Fixture    *self,
            const char *expected)
{
  GAsyncResult *results[3] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    act_keyring_look_up_async (self->keyring, self->acme, NULL, result_cb, &results[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;
      char *secret = NULL;

      wait_for_result (&results[i]);
      secret = act_keyring_look_up_finish (self->keyring, results[i], &error);
      g_assert_cmpstr (secret, ==, expected);
      if (expected == NULL)
        g_assert_error (error, ACT_KEYRING_ERROR, ACT_KEYRING_ERROR_LOCKED);
      act_keyring_free_secret (secret);
      g_clear_object (&results[i]);
    }
}

static void
test_asked_once (Fixture      *self,
                 gconstpointer unused)
{
  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
  self->service->is_locked = TRUE;
  self->service->answer = SCRIPTED_ANSWER_DISMISS;
  ask_thrice (self, NULL);
  g_assert_cmpuint (self->service->n_asked, ==, 1);

  self->service->answer = SCRIPTED_ANSWER_OPEN;
  ask_thrice (self, "kept");
  g_assert_cmpuint (self->service->n_asked, ==, 2);
}

static void
test_refuses (Fixture      *self,
              gconstpointer unused)
{
  static const char *const methods[] = { "SearchItems", "OpenSession", "GetSecrets" };

  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
  self->service->refusal = REFUSAL;
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      self->service->refuse_at = methods[i];
      check_no_secret (self->keyring, self->acme, ACT_KEYRING_ERROR_REFUSED);
    }

  self->service->refusal = "com.example.Error.NotToday";
  self->service->refuse_at = "CreateItem";
  check_store_fails (self, ACT_KEYRING_ERROR_REFUSED);
  self->service->refuse_at = "Delete";
  check_clear_fails (self, ACT_KEYRING_ERROR_REFUSED);
  g_assert_cmpstr (scripted_keyring_get_value (self->service, "key"), ==, "kept");
}

/* The old secret stays as long as the new one is not surely kept. */
static void
test_forgets (Fixture      *self,
              gconstpointer unused)
{
  scripted_keyring_add (self->service, BASE_URL, "acme", "oldest", "oldest");
  self->service->forgets = TRUE;

  check_store_fails (self, ACT_KEYRING_ERROR_REFUSED);
  g_assert_cmpstr (scripted_keyring_get_value (self->service, "oldest"), ==, "oldest");
}

/* Neither does an old one that cannot be removed make the new one worthless. */
static void
test_old_one_stays (Fixture      *self,
                    gconstpointer unused)
{
  scripted_keyring_add (self->service, BASE_URL, "acme", "oldest", "oldest");
  self->service->refusal = REFUSAL;
  self->service->refuse_at = "Delete";

  store_secret (self->keyring, self->acme, "new");
  g_assert_cmpuint (scripted_keyring_count (self->service), ==, 2);
}

static void
test_dies (Fixture      *self,
           gconstpointer unused)
{
  static const char *const methods[] = { "SearchItems", "OpenSession", "GetSecrets", "Unlock" };

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
      self->service->is_locked = g_str_equal (methods[i], "Unlock");
      self->service->die_at = methods[i];
      check_no_secret (self->keyring, self->acme, ACT_KEYRING_ERROR_ABSENT);
      scripted_keyring_free (self->service);
      self->service = scripted_keyring_new ();
    }

  self->service->die_at = "CreateItem";
  check_store_fails (self, ACT_KEYRING_ERROR_ABSENT);
}

static gboolean
is_fatal (const char    *domain,
          GLogLevelFlags level,
          const char    *message,
          gpointer       unused)
{
  return strstr (message, "g_task_return_error: assertion 'error != NULL' failed") == NULL;
}

static void
say_unless_expected (const char    *domain,
                     GLogLevelFlags level,
                     const char    *message,
                     gpointer       unused)
{
  if (is_fatal (domain, level, message, unused))
    g_log_default_handler (domain, level, message, unused);
}

/* libsecret complains about itself then, and loses what waits for its answer. */
static gboolean
skip_with_leaks (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("libsecret loses memory when its service goes while it asks");
  return TRUE;
#else
  return FALSE;
#endif
}

static void
expect_complaint (void)
{
  g_log_set_handler ("GLib-GIO", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, say_unless_expected, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
}

static void
test_dies_while_asking (Fixture      *self,
                        gconstpointer unused)
{
  if (skip_with_leaks ())
    return;

  expect_complaint ();
  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
  self->service->is_locked = TRUE;
  self->service->answer = SCRIPTED_ANSWER_DIE;

  check_no_secret (self->keyring, self->acme, ACT_KEYRING_ERROR_ABSENT);
  scripted_keyring_free (self->service);
  self->service = scripted_keyring_new ();
  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
  check_secret (self->keyring, self->acme, "kept");
}

/* One that is started anew knows nothing of the sessions of the former one. */
static void
test_started_anew (Fixture      *self,
                   gconstpointer unused)
{
  store_secret (self->keyring, self->acme, "first");
  scripted_keyring_free (self->service);
  self->service = scripted_keyring_new ();

  check_secret (self->keyring, self->acme, NULL);
  store_secret (self->keyring, self->acme, "second");
  check_secret (self->keyring, self->acme, "second");
}

static void
test_silent (Fixture      *self,
             gconstpointer unused)
{
  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
  act_system_keyring_set_patience (ACT_SYSTEM_KEYRING (self->keyring), 1);
  self->service->silent_at = "*";
  check_no_secret (self->keyring, self->acme, ACT_KEYRING_ERROR_ABSENT);
  check_store_fails (self, ACT_KEYRING_ERROR_ABSENT);
  check_clear_fails (self, ACT_KEYRING_ERROR_ABSENT);

  act_system_keyring_set_patience (ACT_SYSTEM_KEYRING (self->keyring), 0);
  self->service->silent_at = NULL;
  check_secret (self->keyring, self->acme, "kept");
}

/* Who gives up sees the question go, and need not wait for that. */
static void
check_cancelled (Fixture       *self,
                 ScriptedAnswer answer)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  scripted_keyring_add (self->service, BASE_URL, "acme", "key", "kept");
  self->service->is_locked = TRUE;
  self->service->answer = answer;
  act_keyring_look_up_async (self->keyring, self->acme, cancellable, result_cb, &result);
  while (self->service->n_asked == 0)
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_cancel (cancellable);
  wait_for_result (&result);
  g_assert_null (act_keyring_look_up_finish (self->keyring, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (self->service->n_dismissed == 0)
    g_main_context_iteration (NULL, TRUE);

  self->service->is_locked = FALSE;
  check_secret (self->keyring, self->acme, "kept");
}

static void
test_cancelled (Fixture      *self,
                gconstpointer unused)
{
  check_cancelled (self, SCRIPTED_ANSWER_NONE);
}

static void
test_cancelled_in_vain (Fixture      *self,
                        gconstpointer unused)
{
  if (skip_with_leaks ())
    return;

  expect_complaint ();
  check_cancelled (self, SCRIPTED_ANSWER_STUCK);
}

static void
add (const char *name,
     FixtureFunc set_up_func,
     FixtureFunc test)
{
  g_autofree char *path = g_strconcat ("/system-keyring/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up_func, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);

  add ("no-bus", set_up_alone, test_no_bus);
  add ("no-service", set_up_on_bus, test_no_service);
  add ("keeps", set_up, test_keeps);
  add ("several", set_up, test_several);
  add ("opened", set_up, test_opened);
  add ("declined", set_up, test_declined);
  add ("locked-without-ours", set_up, test_locked_without_ours);
  add ("asked-once", set_up, test_asked_once);
  add ("refuses", set_up, test_refuses);
  add ("forgets", set_up, test_forgets);
  add ("old-one-stays", set_up, test_old_one_stays);
  add ("dies", set_up, test_dies);
  g_test_add ("/system-keyring/dies-while-asking", Fixture, NULL, set_up, test_dies_while_asking,
              tear_down_lost);
  add ("started-anew", set_up, test_started_anew);
  add ("silent", set_up, test_silent);
  add ("cancelled", set_up, test_cancelled);
  g_test_add ("/system-keyring/cancelled-in-vain", Fixture, NULL, set_up, test_cancelled_in_vain,
              tear_down_lost);

  return g_test_run ();
}
