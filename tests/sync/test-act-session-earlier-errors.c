/* What has become of the errors for which integrations were disabled, on a simulated server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-session-earlier-errors.h"
#include "act-session-configurations.h"
#include "act-session-credentials.h"
#include "act-session-mappings.h"
#include "session-fixture.h"

#include <glib/gstdio.h>

#define N_EVENTS 40

/* Few events, since each of them asks the server something. */
static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  fixture_set_up (self, unused);
  fixture_stop_simulator (self);
  g_assert_cmpint (g_unlink (self->options->state_file), ==, 0);
  self->options->events = N_EVENTS;
  fixture_start_simulator (self);
}

static GPtrArray *
list_configurations (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *configurations = NULL;

  act_session_list_configurations_async (self->session, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  configurations = act_session_list_configurations_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);

  return configurations;
}

static GPtrArray *
list (Fixture    *self,
      const char *configuration_id,
      gint64      before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *causes = NULL;

  act_session_list_earlier_errors_async (self->session, configuration_id, before, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  causes = act_session_list_earlier_errors_finish (self->session, result, &error);
  g_assert_no_error (error);

  return causes;
}

static gboolean
has (GPtrArray            *causes,
     ActEarlierErrorReason reason)
{
  for (guint i = 0; i < causes->len; i++)
    {
      if (((ActEarlierError *) g_ptr_array_index (causes, i))->reason == reason)
        return TRUE;
    }

  return FALSE;
}

/* The causes of the first configuration that has one for which this is so. */
static GPtrArray *
list_with (Fixture              *self,
           ActEarlierErrorReason reason)
{
  g_autoptr (GPtrArray) configurations = list_configurations (self);

  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);
      g_autoptr (GPtrArray) causes = list (self, configuration->id, ACT_TIME_UNKNOWN);

      if (has (causes, reason))
        return g_steal_pointer (&causes);
    }

  g_assert_not_reached ();
}

static guint
count (GPtrArray            *causes,
       ActEarlierErrorReason reason)
{
  guint n = 0;

  for (guint i = 0; i < causes->len; i++)
    n += ((ActEarlierError *) g_ptr_array_index (causes, i))->reason == reason ? 1 : 0;

  return n;
}

static const ActEarlierError *
find (GPtrArray            *causes,
      ActEarlierErrorReason reason)
{
  for (guint i = 0; i < causes->len; i++)
    {
      const ActEarlierError *cause = g_ptr_array_index (causes, i);

      if (cause->reason == reason)
        return cause;
    }

  g_assert_not_reached ();
}

static const ActEarlierError *
find_same (GPtrArray             *causes,
           const ActEarlierError *cause)
{
  for (guint i = 0; i < causes->len; i++)
    {
      const ActEarlierError *other = g_ptr_array_index (causes, i);

      if (other->record->row_id == cause->record->row_id)
        return other;
    }

  g_assert_not_reached ();
}

static void
test_list (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GPtrArray) configurations = NULL;
  guint n_causes = 0;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  configurations = list_configurations (self);
  for (guint i = 0; i < configurations->len; i++)
    {
      const ActIntegrationConfiguration *configuration = g_ptr_array_index (configurations, i);
      g_autoptr (GPtrArray) causes = list (self, configuration->id, ACT_TIME_UNKNOWN);
      g_autoptr (GPtrArray) earlier = NULL;
      gint64 newest = G_MAXINT64;

      g_assert_cmpuint (causes->len, <=, 50);
      n_causes += causes->len;
      for (guint j = 0; j < causes->len; j++)
        {
          const ActEarlierError *cause = g_ptr_array_index (causes, j);

          g_assert_cmpstr (cause->record->event->configuration_id, ==, configuration->id);
          g_assert_cmpint (cause->record->kind, !=, ACT_EVENT_KIND_DISABLED);
          g_assert_cmpint (cause->record->event->time, <=, newest);
          newest = cause->record->event->time;
        }
      if (causes->len < 2)
        continue;

      newest = ((ActEarlierError *) g_ptr_array_index (causes, 0))->record->event->time;
      earlier = list (self, configuration->id, newest);
      g_assert_cmpuint (earlier->len, ==, causes->len - 1);
    }
  g_assert_cmpuint (n_causes, >, 20);
}

static void
check_cause (GPtrArray             *causes,
             const ActEarlierError *cause,
             ActEarlierErrorReason  reason,
             ActEarlierErrorState   state)
{
  const ActEarlierError *same = find_same (causes, cause);

  g_assert_cmpint (same->reason, ==, reason);
  g_assert_cmpint (same->state, ==, state);
}

static void
test_reasons (Fixture      *self,
              gconstpointer unused)
{
  static const struct
  {
    ActEarlierErrorReason reason;
    ActEarlierErrorState  state;
    guint                 kinds;
  } samples[] = {
    { ACT_EARLIER_ERROR_MAPPING_EXISTS, ACT_EARLIER_ERROR_RESOLVED, 1u << ACT_EVENT_KIND_MISSING_MAPPING },
    { ACT_EARLIER_ERROR_MAPPING_MISSING, ACT_EARLIER_ERROR_UNRESOLVED, 1u << ACT_EVENT_KIND_MISSING_MAPPING },
    { ACT_EARLIER_ERROR_AUTHORIZED, ACT_EARLIER_ERROR_RESOLVED, 1u << ACT_EVENT_KIND_AUTHENTICATION },
    { ACT_EARLIER_ERROR_NOT_AUTHORIZED, ACT_EARLIER_ERROR_UNRESOLVED, 1u << ACT_EVENT_KIND_AUTHENTICATION },
    { ACT_EARLIER_ERROR_RUN_COMPLETED, ACT_EARLIER_ERROR_RESOLVED, 1u << ACT_EVENT_KIND_VALIDATION | 1u << ACT_EVENT_KIND_PERFORM },
    { ACT_EARLIER_ERROR_NO_LATER_RUN, ACT_EARLIER_ERROR_UNRESOLVED, 1u << ACT_EVENT_KIND_VALIDATION | 1u << ACT_EVENT_KIND_PERFORM },
  };

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) causes = list_with (self, samples[i].reason);
      const ActEarlierError *cause = find (causes, samples[i].reason);

      g_assert_cmpint (cause->state, ==, samples[i].state);
      g_assert_true ((1u << cause->record->kind) & samples[i].kinds);
      g_assert_false (has (causes, ACT_EARLIER_ERROR_NOT_CHECKED));
    }
}

static void
test_mapping (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (ActExternalMapping) mapping = act_external_mapping_new ();
  g_autoptr (ActExternalMapping) created = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const ActEarlierError *cause = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  before = list_with (self, ACT_EARLIER_ERROR_MAPPING_MISSING);
  cause = find (before, ACT_EARLIER_ERROR_MAPPING_MISSING);
  g_assert_cmpint (cause->state, ==, ACT_EARLIER_ERROR_UNRESOLVED);

  mapping->entity_type = g_strdup ("Account");
  mapping->entity_id = g_strdup (cause->record->event->account_id);
  mapping->external_system = g_strdup (cause->record->event->destination);
  mapping->external_table = g_strdup ("Customer");
  mapping->external_id = g_strdup ("7");
  act_session_create_mapping_async (self->session, mapping, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  created = act_session_create_mapping_finish (self->session, result, &error);
  g_assert_no_error (error);

  after = list (self, cause->record->event->configuration_id, ACT_TIME_UNKNOWN);
  check_cause (after, cause, ACT_EARLIER_ERROR_MAPPING_EXISTS, ACT_EARLIER_ERROR_RESOLVED);
}

static void
link_new_credential (Fixture    *self,
                     const char *configuration_id)
{
  ActCredentialDraft *draft = act_credential_draft_new ("NETSUITE_AUTH", "NETSUITE", "New");
  g_autoptr (ActCredential) credential = NULL;
  g_autoptr (ActIntegrationConfiguration) configuration = NULL;
  g_autoptr (ActIntegrationConfiguration) linked = NULL;
  g_autoptr (GAsyncResult) created = NULL;
  g_autoptr (GAsyncResult) read_back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_credential_draft_take (draft, "keyId", g_strdup ("a key that is good"));
  act_session_create_credential_async (self->session, draft, NULL, keep_result_cb, &created);
  act_session_read_configuration_async (self->session, configuration_id, NULL, keep_result_cb, &read_back);
  wait_until (created != NULL && read_back != NULL);
  credential = act_session_create_credential_finish (self->session, created, &error);
  g_assert_no_error (error);
  configuration = act_session_read_configuration_finish (self->session, read_back, NULL, &error);
  g_assert_no_error (error);

  act_session_link_credential_async (self->session, configuration, credential->id, NULL, keep_result_cb,
                                     &result);
  wait_until (result != NULL);
  linked = act_session_link_credential_finish (self->session, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (linked->authorized);
}

static void
test_authentication (Fixture      *self,
                     gconstpointer unused)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const ActEarlierError *cause = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  before = list_with (self, ACT_EARLIER_ERROR_NOT_AUTHORIZED);
  cause = find (before, ACT_EARLIER_ERROR_NOT_AUTHORIZED);
  g_assert_cmpint (cause->state, ==, ACT_EARLIER_ERROR_UNRESOLVED);

  link_new_credential (self, cause->record->event->configuration_id);
  after = list (self, cause->record->event->configuration_id, ACT_TIME_UNKNOWN);
  check_cause (after, cause, ACT_EARLIER_ERROR_AUTHORIZED, ACT_EARLIER_ERROR_RESOLVED);
}

/* What was put right stays so; what was wrong some time ago may be right by now. */
static void
test_offline (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const char *configuration_id = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  before = list_with (self, ACT_EARLIER_ERROR_MAPPING_EXISTS);
  configuration_id = find (before, ACT_EARLIER_ERROR_MAPPING_EXISTS)->record->event->configuration_id;
  g_assert_true (has (before, ACT_EARLIER_ERROR_MAPPING_MISSING));
  g_assert_true (has (before, ACT_EARLIER_ERROR_NO_LATER_RUN));

  fixture_stop_simulator (self);
  after = list (self, configuration_id, ACT_TIME_UNKNOWN);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const ActEarlierError *cause = g_ptr_array_index (before, i);

      if (cause->state == ACT_EARLIER_ERROR_RESOLVED)
        check_cause (after, cause, cause->reason, ACT_EARLIER_ERROR_RESOLVED);
      else
        check_cause (after, cause, ACT_EARLIER_ERROR_NOT_CHECKED, ACT_EARLIER_ERROR_UNKNOWN);
    }
}

/* The errors are there, and nothing is known of what became of them. */
static void
test_nothing_known (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  g_autoptr (GPtrArray) causes = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  fixture_refresh (self);
  fixture_stop_simulator (self);
  row_ids = fixture_list (self, TRUE);
  for (guint i = 0; i < row_ids->len && (record == NULL || record->event->configuration_id == NULL); i++)
    {
      g_clear_pointer (&record, act_event_record_free);
      record = fixture_read (self, g_array_index (row_ids, gint64, i));
    }
  causes = list (self, record->event->configuration_id, ACT_TIME_UNKNOWN);
  g_assert_cmpuint (causes->len, >, 0);
  g_assert_cmpuint (count (causes, ACT_EARLIER_ERROR_NOT_CHECKED), ==, causes->len);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (self, ACT_SESSION_FLAGS_NONE);
  act_session_list_earlier_errors_async (self->session, "any", ACT_TIME_UNKNOWN, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_until (result != NULL);
  g_assert_null (act_session_list_earlier_errors_finish (self->session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, function) \
  g_test_add ("/session-earlier-errors/" name, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list", test_list);
  ADD ("reasons", test_reasons);
  ADD ("mapping", test_mapping);
  ADD ("authentication", test_authentication);
  ADD ("offline", test_offline);
  ADD ("nothing-known", test_nothing_known);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
