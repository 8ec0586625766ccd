/* Mappings made, corrected and deleted on a simulated server, whatever happens on the way
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-client-mappings.h"
#include "act-session-abilities.h"
#include "act-session-mappings.h"
#include "session-fixture.h"

static ActExternalMapping *
make_mapping (const char *external_id)
{
  ActExternalMapping *mapping = act_external_mapping_new ();

  mapping->entity_type = g_strdup ("Account");
  mapping->entity_id = g_strdup ("account-1");
  mapping->external_system = g_strdup ("NetSuite");
  mapping->external_table = g_strdup ("Customer");
  mapping->external_id = g_strdup (external_id);

  return mapping;
}

static ActExternalMapping *
create (Fixture                  *self,
        const ActExternalMapping *mapping,
        GError                  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_create_mapping_async (self->session, mapping, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_create_mapping_finish (self->session, result, error);
}

/* What is there before a test begins is no change that it is about. */
static ActExternalMapping *
create_first (Fixture *self)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (GError) error = NULL;
  ActExternalMapping *created = create (self, mapping, &error);

  g_assert_no_error (error);

  return created;
}

static ActExternalMapping *
update (Fixture                  *self,
        const ActExternalMapping *mapping,
        ActExternalMapping      **theirs,
        GError                  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_update_mapping_async (self->session, mapping, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_update_mapping_finish (self->session, result, theirs, error);
}

static gboolean delete (Fixture                  *self,
                        const ActExternalMapping *mapping,
                        ActExternalMapping      **theirs,
                        GError                  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_session_delete_mapping_async (self->session, mapping, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_delete_mapping_finish (self->session, result, theirs, error);
}

static void
set_external_id (ActExternalMapping *mapping,
                 const char         *external_id)
{
  g_free (mapping->external_id);
  mapping->external_id = g_strdup (external_id);
}

static void
somebody_corrects (Fixture                  *self,
                   const ActExternalMapping *mapping,
                   const char               *external_id)
{
  g_autoptr (ActClient) client = fixture_new_client (self);
  g_autoptr (ActExternalMapping) theirs = act_external_mapping_copy (mapping);
  g_autoptr (ActExternalMapping) corrected = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_external_id (theirs, external_id);
  act_client_update_mapping_async (client, theirs, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  corrected = act_client_update_mapping_finish (client, result, &error);
  g_assert_no_error (error);
}

static void
somebody_deletes (Fixture                  *self,
                  const ActExternalMapping *mapping)
{
  g_autoptr (ActClient) client = fixture_new_client (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_client_delete_mapping_async (client, mapping->id, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  act_client_delete_mapping_finish (client, result, &error);
  g_assert_no_error (error);
}

static void
check_ability (Fixture        *self,
               ActAbility      ability,
               ActAbilityState expected)
{
  g_assert_cmpint (act_session_get_ability (self->session, ability), ==, expected);
}

static void
test_create (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (ActExternalMapping) created = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  check_ability (self, ACT_ABILITY_MAPPINGS, ACT_ABILITY_STATE_UNKNOWN);
  created = create (self, mapping, &error);
  g_assert_no_error (error);
  g_assert_nonnull (created->id);
  g_assert_true (act_external_mapping_says_the_same (created, mapping));
  fixture_check_changes (self, "POST", 1);
  check_ability (self, ACT_ABILITY_MAPPINGS, ACT_ABILITY_STATE_WORKS);
}

static void
test_create_lost (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (ActExternalMapping) created = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_set_fault (self, "lost-write", 1);
  created = create (self, mapping, &error);
  g_assert_no_error (error);
  g_assert_nonnull (created->id);
  fixture_check_changes (self, "POST", 1);
}

/* What is not there yet may still come. */
static void
test_create_uncertain (Fixture      *self,
                       gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_set_fault (self, "write-500", 1);
  g_assert_null (create (self, mapping, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  fixture_check_changes (self, "POST", 0);
  check_ability (self, ACT_ABILITY_MAPPINGS, ACT_ABILITY_STATE_UNKNOWN);
}

static void
test_create_not_seen (Fixture      *self,
                      gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_set_fault (self, "lost-write", 1);
  fixture_set_fault (self, "status-404", 2);
  g_assert_null (create (self, mapping, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_UNCERTAIN);
  fixture_check_changes (self, "POST", 1);
}

static void
test_create_refused (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping (" 7");
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_assert_null (create (self, mapping, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_BAD_REQUEST);
  fixture_check_changes (self, "POST", 0);
  check_ability (self, ACT_ABILITY_MAPPINGS, ACT_ABILITY_STATE_UNKNOWN);
}

static void
test_abilities (Fixture      *self,
                gconstpointer unused)
{
  static const struct
  {
    const char     *fault;
    ActApiError     code;
    ActAbilityState state;
  } samples[] = {
    { "write-403", ACT_API_ERROR_FORBIDDEN, ACT_ABILITY_STATE_FORBIDDEN },
    { "write-404", ACT_API_ERROR_NOT_FOUND, ACT_ABILITY_STATE_MISSING },
    { "write-405", ACT_API_ERROR_NOT_ALLOWED, ACT_ABILITY_STATE_MISSING },
    { "write-501", ACT_API_ERROR_NOT_ALLOWED, ACT_ABILITY_STATE_MISSING },
  };
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (ActExternalMapping) first = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      for (guint call = 0; call < 3; call++)
        {
          ActAbility ability = call == 0 ? ACT_ABILITY_MAPPINGS : ACT_ABILITY_MAPPING_CHANGES;
          ActAbility other = call == 0 ? ACT_ABILITY_MAPPING_CHANGES : ACT_ABILITY_MAPPINGS;
          g_autoptr (ActExternalMapping) made = NULL;
          g_autoptr (GError) error = NULL;

          act_session_check_ability_again (self->session, ability);
          act_session_check_ability_again (self->session, other);
          fixture_set_fault (self, samples[i].fault, 1);
          set_external_id (first, "8");
          if (call == 0)
            made = create (self, mapping, &error);
          else if (call == 1)
            made = update (self, first, NULL, &error);
          else
            delete (self, first, NULL, &error);
          g_assert_null (made);
          g_assert_error (error, ACT_API_ERROR, (int) samples[i].code);
          check_ability (self, ability, samples[i].state);
          check_ability (self, other, ACT_ABILITY_STATE_UNKNOWN);
          fixture_set_fault (self, samples[i].fault, 0);
        }
    }
  fixture_check_changes (self, NULL, 1);
}

/* What never left this computer was surely not created, so that it can be queued. */
static void
test_offline (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_stop_simulator (self);
  g_assert_null (create (self, mapping, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
}

static void
test_twice_at_once (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (ActExternalMapping) created = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_session_create_mapping_async (self->session, mapping, NULL, keep_result_cb, &first);
  act_session_create_mapping_async (self->session, mapping, NULL, keep_result_cb, &second);
  wait_until (first != NULL && second != NULL);
  g_assert_null (act_session_create_mapping_finish (self->session, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  created = act_session_create_mapping_finish (self->session, first, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "POST", 1);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ActExternalMapping) mapping = make_mapping ("7");
  g_autoptr (ActExternalMapping) created = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_session_create_mapping_async (self->session, mapping, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_until (result != NULL);
  g_assert_null (act_session_create_mapping_finish (self->session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  fixture_check_changes (self, NULL, 0);

  created = create (self, mapping, &error);
  g_assert_no_error (error);
}

static void
test_update (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (ActExternalMapping) corrected = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  set_external_id (first, "8");
  corrected = update (self, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (corrected->id, ==, first->id);
  g_assert_cmpstr (corrected->external_id, ==, "8");
  g_assert_cmpint (corrected->version, ==, first->version + 1);
  fixture_check_changes (self, "PUT", 1);
}

static void
test_update_lost (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (ActExternalMapping) corrected = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  set_external_id (first, "8");
  fixture_set_fault (self, "lost-write", 1);
  corrected = update (self, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (corrected->external_id, ==, "8");
  fixture_check_changes (self, "PUT", 1);
}

/* What the server shows unchanged can be sent again, and is not called uncertain. */
static void
test_update_failed (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (ActExternalMapping) theirs = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  set_external_id (first, "8");
  fixture_set_fault (self, "write-500", 1);
  g_assert_null (update (self, first, &theirs, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
  g_assert_null (theirs);
  fixture_check_changes (self, "PUT", 0);
}

static void
test_update_conflict (Fixture      *self,
                      gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (ActExternalMapping) theirs = NULL;
  g_autoptr (ActExternalMapping) corrected = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  somebody_corrects (self, first, "9");
  set_external_id (first, "8");
  g_assert_null (update (self, first, &theirs, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpstr (theirs->external_id, ==, "9");
  fixture_check_changes (self, "PUT", 1);

  first->version = theirs->version;
  corrected = update (self, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (corrected->external_id, ==, "8");
  fixture_check_changes (self, "PUT", 2);
}

/* What somebody else did already is done. */
static void
test_update_same (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (ActExternalMapping) corrected = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  somebody_corrects (self, first, "8");
  set_external_id (first, "8");
  corrected = update (self, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (corrected->version, ==, first->version + 1);
  fixture_check_changes (self, "PUT", 1);
}

static void
test_update_gone (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  somebody_deletes (self, first);
  set_external_id (first, "8");
  g_assert_null (update (self, first, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_NOT_FOUND);
  check_ability (self, ACT_ABILITY_MAPPINGS, ACT_ABILITY_STATE_WORKS);
}

static void
test_delete (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  delete (self, first, NULL, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "DELETE", 1);

  delete (self, first, NULL, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "DELETE", 1);
}

static void
test_delete_lost (Fixture      *self,
                  gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  fixture_set_fault (self, "lost-write", 1);
  delete (self, first, NULL, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "DELETE", 1);
}

static void
test_delete_failed (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  fixture_set_fault (self, "write-503", 1);
  g_assert_false (delete (self, first, NULL, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_SERVER);
  fixture_check_changes (self, "DELETE", 0);
}

static void
test_delete_conflict (Fixture      *self,
                      gconstpointer unused)
{
  g_autoptr (ActExternalMapping) first = NULL;
  g_autoptr (ActExternalMapping) theirs = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  first = create_first (self);
  somebody_corrects (self, first, "9");
  g_assert_false (delete (self, first, &theirs, &error));
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpstr (theirs->external_id, ==, "9");
  fixture_check_changes (self, "DELETE", 0);

  delete (self, theirs, NULL, &error);
  g_assert_no_error (error);
  fixture_check_changes (self, "DELETE", 1);
}

#define ADD(name, function)                                                              \
  g_test_add ("/session-mapping-changes/" name, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("create", test_create);
  ADD ("create-lost", test_create_lost);
  ADD ("create-uncertain", test_create_uncertain);
  ADD ("create-not-seen", test_create_not_seen);
  ADD ("create-refused", test_create_refused);
  ADD ("abilities", test_abilities);
  ADD ("offline", test_offline);
  ADD ("twice-at-once", test_twice_at_once);
  ADD ("cancelled", test_cancelled);
  ADD ("update", test_update);
  ADD ("update-lost", test_update_lost);
  ADD ("update-failed", test_update_failed);
  ADD ("update-conflict", test_update_conflict);
  ADD ("update-same", test_update_same);
  ADD ("update-gone", test_update_gone);
  ADD ("delete", test_delete);
  ADD ("delete-lost", test_delete_lost);
  ADD ("delete-failed", test_delete_failed);
  ADD ("delete-conflict", test_delete_conflict);

  return g_test_run ();
}
