/* Tests of a session whose changes wait: against a simulated server, without a window
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "act-engine-private.h"
#include "act-session-changes.h"
#include "act-session-configurations.h"
#include "act-session-mappings.h"
#include "act-session-private.h"
#include "act-store-changes.h"
#include "act-store-error.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static ActExternalMapping *
make_mapping (guint       number,
              const char *external_id)
{
  ActExternalMapping *mapping = act_external_mapping_new ();

  mapping->entity_type = g_strdup ("Account");
  mapping->entity_id = g_strdup_printf ("account-%u", number);
  mapping->external_system = g_strdup ("Xero");
  mapping->external_table = g_strdup ("Contact");
  mapping->external_id = g_strdup (external_id);

  return mapping;
}

static gboolean
try_queue (Fixture    *self,
           guint       number,
           const char *external_id,
           gint64      replaced,
           GError    **error)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping (number, external_id);
  g_autoptr (GAsyncResult) result = NULL;

  act_session_queue_mapping_async (self->session, mapping, replaced, NULL, keep_result_cb, &result);
  wait_until (result != NULL);

  return act_session_queue_mapping_finish (self->session, result, error);
}

static void
queue (Fixture    *self,
       guint       number,
       const char *external_id,
       gint64      replaced)
{
  g_autoptr (GError) error = NULL;

  try_queue (self, number, external_id, replaced, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = NULL;

  act_session_list_changes_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  changes = act_session_list_changes_finish (self->session, result, &error);
  g_assert_no_error (error);

  return changes;
}

static guint
count_changes (Fixture *self)
{
  g_autoptr (GPtrArray) changes = list (self);

  return changes->len;
}

static void
check_made (Fixture *self,
            guint    n_expected)
{
  g_autoptr (JsonArray) ledger = fixture_read_ledger (self);

  g_assert_cmpuint (json_array_get_length (ledger), ==, n_expected);
}

/* Queued offline, sent when the server is back, by a process that knows only the store. */
static void
test_offline (Fixture      *self,
              gconstpointer unused)
{
  guint n_changed = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  g_signal_connect_swapped (self->session, "changes-changed", G_CALLBACK (count_cb), &n_changed);
  fixture_stop_simulator (self);
  queue (self, 1, "x1", 0);
  queue (self, 2, "x2", 0);
  g_assert_cmpuint (n_changed, >=, 2);
  g_assert_false (fixture_try_send (self, NULL));
  g_assert_cmpuint (count_changes (self), ==, 2);
  wait_until (act_session_get_counts (self->session)->waiting == 2);

  /* Thought better of: there is still only one for the same place. */
  queue (self, 1, "x1 corrected", 0);
  g_assert_cmpuint (count_changes (self), ==, 2);

  fixture_start_simulator (self);
  fixture_close (self);
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_until (act_session_get_counts (self->session)->waiting == 0);
  g_assert_cmpuint (count_changes (self), ==, 0);
  check_made (self, 2);
}

/* Whatever goes wrong on the way, each mapping is made exactly once. */
static void
test_faults (Fixture      *self,
             gconstpointer unused)
{
  static const char *const kinds[] = { "lost-write", "cut", "drop", "malformed" };
  guint                    number = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s", kinds[i]);
      for (guint k = 0; k < 6; k++)
        queue (self, number++, "x", 0);

      fixture_set_fault (self, kinds[i], 3);
      for (guint n = 0; n < 5; n++)
        {
          fixture_try_send (self, NULL);

          /* A process that ends is one more fault. */
          fixture_close (self);
          fixture_open (self, ACT_SESSION_FLAGS_NONE);
        }
      fixture_set_fault (self, kinds[i], 0);
      fixture_send (self);
    }

  /* What was lost before the server made it waits until the server cannot make it any more. */
  check_made (self, number - count_changes (self));
}

/* The refusal comes before anything is done, but that cannot be seen from here. */
static void
test_unknown (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  const ActChange *change = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  queue (self, 1, "x1", 0);
  fixture_set_fault (self, "write-503", 1);
  fixture_send (self);
  fixture_set_fault (self, "write-503", 0);
  fixture_send (self);
  changes = list (self);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->state, ==, ACT_OUTBOX_UNKNOWN);
  check_made (self, 0);

  /* Nobody makes another by accident; whoever means it says so. */
  g_assert_false (try_queue (self, 1, "x1", 0, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  queue (self, 1, "x1", change->id);
  fixture_send (self);
  g_assert_cmpuint (count_changes (self), ==, 0);
  check_made (self, 1);
}

/* Whoever has a window need not do anything: it is looked for again, and sent again. */
static void
test_looked_for_again (Fixture      *self,
                       gconstpointer unused)
{
  fixture_open (self, ACT_SESSION_AUTOMATIC);
  wait_until (act_session_get_state (self->session) == ACT_SESSION_IDLE);
  act_change_push_set_patience (self->session->engine->change_push, 100);
  fixture_set_fault (self, "write-503", 1);
  queue (self, 1, "x1", 0);
  wait_until (act_alarm_is_set (self->session->engine->look_again));
  fixture_set_fault (self, "write-503", 0);
  wait_until (act_session_get_counts (self->session)->waiting == 0);
  g_assert_cmpuint (count_changes (self), ==, 0);
  check_made (self, 1);
}

static void
create_at_once (Fixture *self,
                guint    number)
{
  g_autoptr (ActExternalMapping) mapping = make_mapping (number, "x");
  g_autoptr (ActExternalMapping) made = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_session_create_mapping_async (self->session, mapping, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  made = act_session_create_mapping_finish (self->session, result, &error);
  g_assert_no_error (error);
}

/* The process ends between the call and its answer. */
static void
claim_as_if_sent (Fixture *self)
{
  g_autoptr (ActChange) change = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_claim_change_async (self->session->store, 0, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  act_store_claim_change_finish (self->session->store, result, &change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change->state, ==, ACT_OUTBOX_SENDING);
}

static void
test_crash (Fixture      *self,
            gconstpointer unused)
{
  for (guint number = 0; number < 2; number++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      gboolean arrived = number == 0;

      fixture_open (self, ACT_SESSION_FLAGS_NONE);
      if (arrived)
        create_at_once (self, number);
      queue (self, number, "x", 0);
      claim_as_if_sent (self);
      fixture_close (self);

      fixture_open (self, ACT_SESSION_FLAGS_NONE);
      changes = list (self);
      g_assert_cmpuint (changes->len, ==, 1);
      g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 0))->state, ==, ACT_OUTBOX_UNKNOWN);
      fixture_send (self);

      /* What the server has is done; what it does not have yet may still come. */
      g_assert_cmpuint (count_changes (self), ==, arrived ? 0 : 1);
      check_made (self, 1);
      fixture_close (self);
    }

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_change_push_set_patience (self->session->engine->change_push, 0);
  fixture_send (self);
  g_assert_cmpuint (count_changes (self), ==, 0);
  check_made (self, 2);
}

static void
test_edited_again (Fixture      *self,
                   gconstpointer unused)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (ActExternalMapping) refused = NULL;
  const ActChange *change = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  queue (self, 1, " blank in front", 0);
  fixture_send (self);
  wait_until (act_session_get_counts (self->session)->refused_changes == 1);
  changes = list (self);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->state, ==, ACT_OUTBOX_REFUSED);
  g_assert_nonnull (strstr (change->reason, "externalId"));

  /* The form is filled in with what was refused. */
  refused = act_session_get_mapping_of_change (change);
  g_assert_cmpstr (refused->entity_id, ==, "account-1");
  g_assert_cmpstr (refused->external_id, ==, " blank in front");
  g_assert_null (refused->id);
  queue (self, 1, "no blank", change->id);
  fixture_send (self);
  g_assert_cmpuint (count_changes (self), ==, 0);
  wait_until (act_session_get_counts (self->session)->refused_changes == 0);
  check_made (self, 1);
}

static void
test_discard (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  queue (self, 1, "x1", 0);
  changes = list (self);
  act_session_discard_change_async (self->session, ((ActChange *) g_ptr_array_index (changes, 0))->id, NULL,
                                    keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_true (act_session_discard_change_finish (self->session, result, &error));
  g_assert_no_error (error);
  fixture_send (self);
  g_assert_cmpuint (count_changes (self), ==, 0);
  check_made (self, 0);
}

/* Two processes have the store open; one of them sends, and each only once. */
static void
test_two_sessions (Fixture      *self,
                   gconstpointer unused)
{
  Fixture other = { .directory = self->directory, .options = self->options, .simulator = self->simulator };
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  queue (self, 1, "x1", 0);
  fixture_send (self);
  fixture_open (&other, ACT_SESSION_FLAGS_NONE);
  queue (&other, 2, "x2", 0);
  g_assert_false (fixture_try_send (&other, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_BUSY);
  fixture_send (self);
  g_assert_cmpuint (count_changes (&other), ==, 0);
  check_made (self, 2);

  /* The other one hears of it, and may send when the first has gone. */
  wait_until (act_session_get_counts (other.session)->waiting == 0);
  fixture_close (self);
  queue (&other, 3, "x3", 0);
  fixture_send (&other);
  check_made (self, 3);
  fixture_close (&other);
}

static ActIntegrationConfiguration *
read_disabled (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) configurations = NULL;
  g_autoptr (GError) error = NULL;

  act_session_list_configurations_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  configurations = act_session_list_configurations_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);

      if (!configuration->enabled)
        return act_integration_configuration_copy (configuration);
    }

  g_assert_not_reached ();
}

static void
test_enable (Fixture      *self,
             gconstpointer unused)
{
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (ActIntegrationConfiguration) seen = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  configuration = read_disabled (self);
  fixture_stop_simulator (self);
  act_session_queue_enable_async (self->session, configuration, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_true (act_session_queue_enable_finish (self->session, result, &error));
  g_assert_no_error (error);
  changes = list (self);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (((ActChange *) g_ptr_array_index (changes, 0))->action, ==, ACT_OUTBOX_ENABLE);
  seen = act_session_get_configuration_of_change (g_ptr_array_index (changes, 0));
  g_assert_cmpstr (seen->id, ==, configuration->id);
  g_assert_cmpint (seen->version, ==, configuration->version);

  /* The answer is lost, and enabling is looked at instead of being done again. */
  fixture_start_simulator (self);
  fixture_set_fault (self, "lost-write", 1);
  fixture_send (self);
  g_assert_cmpuint (count_changes (self), ==, 0);
  check_made (self, 1);
}

#define ADD(path, function) \
  g_test_add ("/sync/session-changes/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("offline", test_offline);
  ADD ("faults", test_faults);
  ADD ("unknown", test_unknown);
  ADD ("looked-for-again", test_looked_for_again);
  ADD ("crash", test_crash);
  ADD ("edited-again", test_edited_again);
  ADD ("discard", test_discard);
  ADD ("two-sessions", test_two_sessions);
  ADD ("enable", test_enable);

  return g_test_run ();
}
