/* Credentials listed and made on a simulated server, and their secrets kept nowhere
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-session-abilities.h"
#include "act-session-credentials.h"
#include "session-fixture.h"

#include <string.h>

#define SECRET "canary-of-the-credential"

static GPtrArray *
list (Fixture       *self,
      const char    *system,
      ActFreshness **freshness,
      GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_list_credentials_async (self->session, system, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_list_credentials_finish (self->session, result, freshness, error);
}

static GPtrArray *
list_fields (Fixture    *self,
             const char *system,
             const char *entity_type,
             const char *type)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *fields = NULL;

  act_session_list_credential_fields_async (self->session, system, entity_type, type, NULL,
                                            keep_result_cb, &result);
  wait_until (result != NULL);
  fields = act_session_list_credential_fields_finish (self->session, result, &error);
  g_assert_no_error (error);

  return fields;
}

static ActCredentialDraft *
make_draft (const char *name)
{
  ActCredentialDraft *draft = act_credential_draft_new ("CHARGEBEE_AUTH", "CHARGEBEE", name);

  act_credential_draft_take (draft, "site", g_strdup ("quillwort"));
  act_credential_draft_take (draft, "apiKey", g_strdup (SECRET));

  return draft;
}

static ActCredential *
create (Fixture    *self,
        const char *name,
        GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_create_credential_async (self->session, make_draft (name), NULL, keep_result_cb,
                                       &result);
  wait_until (result != NULL);

  return act_session_create_credential_finish (self->session, result, error);
}

static void
check_ability (Fixture        *self,
               ActAbilityState expected)
{
  g_assert_cmpint (act_session_get_ability (self->session, ACT_ABILITY_CREDENTIALS), ==, expected);
}

static void
test_list (Fixture      *self,
           gconstpointer unused)
{
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (GPtrArray) some = NULL;
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (ActFreshness) freshness = NULL;
      g_autoptr (GError) error = NULL;

      all = list (self, NULL, &freshness, &error);
      g_assert_no_error (error);
      g_assert_cmpint (act_freshness_is_stale (freshness), ==, i == 1);
      some = list (self, "NetSuite", NULL, &error);
      g_assert_no_error (error);
      none = list (self, "Xero", NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (all->len, ==, 6);
      g_assert_cmpuint (some->len, ==, 2);
      g_assert_cmpuint (none->len, ==, 0);
      fixture_stop_simulator (self);
    }
}

static void
test_list_missing (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (GPtrArray) credentials = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  credentials = list (self, NULL, NULL, &error);
  g_assert_no_error (error);
  check_ability (self, ACT_ABILITY_STATE_UNKNOWN);
  fixture_set_fault (self, "status-404", 1);
  g_assert_null (list (self, NULL, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  check_ability (self, ACT_ABILITY_STATE_MISSING);
}

/* Who may not list may create all the same. */
static void
test_list_forbidden (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (ActCredential) created = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_set_fault (self, "status-403", 1);
  g_assert_null (list (self, NULL, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_FORBIDDEN);
  check_ability (self, ACT_ABILITY_STATE_UNKNOWN);
  g_clear_error (&error);

  fixture_set_fault (self, "status-403", 0);
  created = create (self, "New", &error);
  g_assert_no_error (error);
  check_ability (self, ACT_ABILITY_STATE_WORKS);
}

static void
check_fields (GPtrArray  *fields,
              const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const ActCredentialField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "%s%s ", field->key, field->secret ? "!" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_ptr_array_unref (fields);
}

static void
test_fields (Fixture      *self,
             gconstpointer unused)
{
  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  check_fields (list_fields (self, "NetSuite", "Bill", NULL), "externalCustomerId clientId keyId! ");
  check_fields (list_fields (self, "Webhook", "Notification", "STRIPE_SIGNED_REQUEST"), "apiKey secret! ");
  check_fields (list_fields (self, "Webhook", "Notification", "OPSGENIE_KEY"), "apiKey! secret! ");
  check_fields (list_fields (self, "Xero", "Bill", "HTTP_BASIC"), "username password! ");
  check_fields (list_fields (self, NULL, NULL, "HTTP_BASIC"), "username password! ");
  check_fields (list_fields (self, "NetSuite", "", NULL), "");
  fixture_set_fault (self, "status-404", 1);
  check_fields (list_fields (self, "Chargebee", "Bill", "CHARGEBEE_AUTH"), "site apiKey! ");
  check_fields (list_fields (self, "Chargebee", "Bill", "SOMETHING"), "");
  fixture_stop_simulator (self);
  check_fields (list_fields (self, "Chargebee", "Bill", "CHARGEBEE_AUTH"), "site apiKey! ");
}

static void
test_create (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (ActCredential) created = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_ptr_array_unref (list (self, NULL, NULL, &error));
  g_assert_no_error (error);
  created = create (self, "New", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (created->name, ==, "New");
  g_assert_cmpstr (created->type, ==, "CHARGEBEE_AUTH");
  check_ability (self, ACT_ABILITY_STATE_WORKS);
  fixture_check_changes (self, "POST", 1);

  fixture_stop_simulator (self);
  kept = list (self, "Chargebee", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, ==, 3);
  id = g_strdup (created->id);
  fixture_close (self);
  g_assert_true (fixture_store_has (self, id));
  g_assert_false (fixture_store_has (self, SECRET));
}

static void
test_create_lost (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (ActCredential) created = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_set_fault (self, "lost-write", 1);
  created = create (self, "New", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (created->name, ==, "New");
  fixture_check_changes (self, "POST", 1);
}

/* Which of two is the one that was made cannot be told, unless one was known before. */
static void
test_create_lost_again (Fixture      *self,
                        gconstpointer unused)
{
  g_autoptr (ActCredential) first = NULL;
  g_autoptr (ActCredential) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create (self, "New", &error);
  g_assert_no_error (error);
  fixture_set_fault (self, "lost-write", 1);
  second = create (self, "New", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->id, !=, first->id);
  fixture_close (self);
  fixture_remove_store (self);

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_assert_null (create (self, "New", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  fixture_check_changes (self, "POST", 3);
}

static void
test_create_failed (Fixture      *self,
                    gconstpointer unused)
{
  static const struct
  {
    const char     *fault;
    ActApiError     code;
    ActAbilityState state;
  } samples[] = {
    { "write-500", ACT_API_ERROR_UNCERTAIN, ACT_ABILITY_STATE_UNKNOWN },
    { "write-400", ACT_API_ERROR_BAD_REQUEST, ACT_ABILITY_STATE_UNKNOWN },
    { "write-403", ACT_API_ERROR_FORBIDDEN, ACT_ABILITY_STATE_FORBIDDEN },
    { "write-404", ACT_API_ERROR_NOT_FOUND, ACT_ABILITY_STATE_MISSING },
    { "write-405", ACT_API_ERROR_NOT_ALLOWED, ACT_ABILITY_STATE_MISSING },
  };

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;

      act_session_check_ability_again (self->session, ACT_ABILITY_CREDENTIALS);
      fixture_set_fault (self, samples[i].fault, 1);
      g_assert_null (create (self, "New", &error));
      g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
      g_assert_null (strstr (error->message, SECRET));
      check_ability (self, samples[i].state);
      fixture_set_fault (self, samples[i].fault, 0);
    }
  fixture_check_changes (self, NULL, 0);
}

static void
test_create_offline (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_stop_simulator (self);
  g_assert_null (create (self, "New", &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  fixture_close (self);
  g_assert_false (fixture_store_has (self, SECRET));
}

static void
test_create_twice_at_once (Fixture      *self,
                           gconstpointer unused)
{
  g_autoptr (ActCredential) created = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_session_create_credential_async (self->session, make_draft ("New"), NULL, keep_result_cb, &first);
  act_session_create_credential_async (self->session, make_draft ("New"), NULL, keep_result_cb, &second);
  wait_until (first != NULL && second != NULL);
  g_assert_null (act_session_create_credential_finish (self->session, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  created = act_session_create_credential_finish (self->session, first, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "POST", 1);
}

/* Nothing that is logged may have the secret in it, at any level. */
static GLogWriterOutput
check_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         unused)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE"))
        g_assert_null (strstr (fields[i].value, SECRET));
    }

  return g_log_writer_default (level, fields, n_fields, NULL);
}

#define ADD(name, function)                                                          \
  g_test_add ("/session-credentials/" name, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (check_log, NULL, NULL);

  ADD ("list", test_list);
  ADD ("list-missing", test_list_missing);
  ADD ("list-forbidden", test_list_forbidden);
  ADD ("fields", test_fields);
  ADD ("create", test_create);
  ADD ("create-lost", test_create_lost);
  ADD ("create-lost-again", test_create_lost_again);
  ADD ("create-failed", test_create_failed);
  ADD ("create-offline", test_create_offline);
  ADD ("create-twice-at-once", test_create_twice_at_once);

  return g_test_run ();
}
