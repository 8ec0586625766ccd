/* The small tables: kinds, errors, outbox steps, queries, counts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-ability.h"
#include "act-api-error.h"
#include "act-change.h"
#include "act-connection.h"
#include "act-counts.h"
#include "act-credential.h"
#include "act-difference.h"
#include "act-event-kind.h"
#include "act-event.h"
#include "act-finding.h"
#include "act-freshness.h"
#include "act-integration-configuration.h"
#include "act-name.h"
#include "act-outbox-entry.h"
#include "act-query.h"
#include "act-relation.h"
#include "act-resource.h"
#include "act-selection-summary.h"
#include "act-store-error.h"

#include <string.h>

static void
test_kinds (void)
{
  static const ActFollowUp follow_ups[ACT_N_EVENT_KINDS] = {
    ACT_FOLLOW_UP_VIEW_RUN,
    ACT_FOLLOW_UP_ADD_MAPPING,
    ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION,
    ACT_FOLLOW_UP_VIEW_RUN,
    ACT_FOLLOW_UP_RE_ENABLE,
    ACT_FOLLOW_UP_NONE,
  };

  for (guint i = 0; i < ACT_N_EVENT_KINDS; i++)
    {
      ActEventKind kind = (ActEventKind) i;
      const char  *name = act_event_kind_get_event_name (kind);

      g_assert_true ((name == NULL) == (kind == ACT_EVENT_KIND_OTHER));
      g_assert_cmpint (act_event_kind_from_name (name), ==, kind);
      g_assert_cmpuint (strlen (act_event_kind_get_label (kind)), >, 0);
      g_assert_true (g_str_has_suffix (act_event_kind_get_icon_name (kind), "-symbolic"));
      g_assert_true (g_str_has_suffix (act_event_kind_get_remedy (kind), "."));
      g_assert_cmpint (act_event_kind_get_follow_up (kind), ==, follow_ups[i]);
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (act_event_kind_get_label (kind), !=,
                           act_event_kind_get_label ((ActEventKind) j));
          g_assert_cmpstr (act_event_kind_get_icon_name (kind), !=,
                           act_event_kind_get_icon_name ((ActEventKind) j));
        }
    }

  g_assert_cmpint (act_event_kind_from_name ("integration.sixth.error"), ==, ACT_EVENT_KIND_OTHER);
  g_assert_cmpint (act_event_kind_from_name (""), ==, ACT_EVENT_KIND_OTHER);
  g_assert_cmpint (act_event_kind_from_name ("integration.perform.error "), ==,
                   ACT_EVENT_KIND_OTHER);
  g_assert_cmpstr (act_event_kind_get_label ((ActEventKind) 99), ==, "Other");
  g_assert_nonnull (strstr (act_event_kind_get_remedy (ACT_EVENT_KIND_DISABLED), "ten errors"));
}

static void
test_follow_ups (void)
{
  g_assert_null (act_follow_up_get_label (ACT_FOLLOW_UP_NONE));
  g_assert_cmpstr (act_follow_up_get_label (ACT_FOLLOW_UP_VIEW_RUN), ==, "View run");
  g_assert_cmpstr (act_follow_up_get_label (ACT_FOLLOW_UP_ADD_MAPPING), ==, "Add Mapping");
  g_assert_cmpstr (act_follow_up_get_label (ACT_FOLLOW_UP_CONFIGURE_AUTHORIZATION), ==,
                   "Configure Authorization");
  g_assert_cmpstr (act_follow_up_get_label (ACT_FOLLOW_UP_RE_ENABLE), ==, "Re-enable");
  g_assert_null (act_follow_up_get_label ((ActFollowUp) 99));
}

static void
test_errors (void)
{
  guint n_offline = 0;
  guint n_sign_in = 0;
  guint n_transient = 0;
  guint n_unanswered = 0;

  for (int code = 0; code < ACT_N_API_ERRORS; code++)
    {
      g_autoptr (GError) error = g_error_new (ACT_API_ERROR, code, "%d", code);
      g_autoptr (GError) other = g_error_new (ACT_STORE_ERROR, code, "%d", code);

      n_offline += act_api_error_is_offline (error) ? 1 : 0;
      n_sign_in += act_api_error_is_sign_in (error) ? 1 : 0;
      n_transient += act_api_error_is_transient (error) ? 1 : 0;
      n_unanswered += act_api_error_may_have_acted (error) ? 1 : 0;
      g_assert_false (act_api_error_is_sign_in (error) && act_api_error_is_transient (error));
      g_assert_false (act_api_error_is_offline (error) && !act_api_error_is_transient (error));
      g_assert_false (act_api_error_is_offline (error) && act_api_error_may_have_acted (error));
      g_assert_false (act_api_error_is_offline (other));
      g_assert_false (act_api_error_is_sign_in (other));
      g_assert_false (act_api_error_is_transient (other));
      g_assert_false (act_api_error_may_have_acted (other));
    }

  g_assert_cmpuint (n_offline, ==, 2);
  g_assert_cmpuint (n_sign_in, ==, 3);
  g_assert_cmpuint (n_transient, ==, 8);
  g_assert_cmpuint (n_unanswered, ==, 8);
  g_assert_false (act_api_error_is_offline (NULL));
  g_assert_cmpuint (ACT_API_ERROR, !=, ACT_CONNECTION_ERROR);
}

static void
test_outbox (void)
{
  g_autoptr (ActOutboxEntry) entry = act_outbox_entry_new ();
  gboolean reached[ACT_OUTBOX_WAITING_FOR_SIGN_IN + 1] = { FALSE };

  g_assert_cmpint (entry->state, ==, ACT_OUTBOX_HELD);
  reached[ACT_OUTBOX_HELD] = TRUE;
  for (guint round = 0; round < G_N_ELEMENTS (reached); round++)
    {
      for (guint from = 0; from < G_N_ELEMENTS (reached); from++)
        {
          for (guint to = 0; to < G_N_ELEMENTS (reached); to++)
            reached[to] |= reached[from] && act_outbox_state_can_reach (from, to);
        }
    }
  for (guint state = 0; state < G_N_ELEMENTS (reached); state++)
    {
      g_assert_true (reached[state]);
      g_assert_false (act_outbox_state_can_reach (ACT_OUTBOX_DONE, state));
      g_assert_false (act_outbox_state_can_reach (state, ACT_OUTBOX_HELD));
      g_assert_false (act_outbox_state_can_reach (state, state));
    }

  g_assert_true (act_outbox_state_can_reach (ACT_OUTBOX_SENDING, ACT_OUTBOX_READY));
  g_assert_false (act_outbox_state_can_reach (ACT_OUTBOX_HELD, ACT_OUTBOX_SENDING));
  g_assert_false (act_outbox_state_can_reach (ACT_OUTBOX_READY, ACT_OUTBOX_DONE));
  g_assert_false (act_outbox_state_can_reach (99, ACT_OUTBOX_DONE));
  g_assert_false (act_outbox_state_can_reach (ACT_OUTBOX_READY, 99));

  g_assert_true (act_outbox_state_can_undo (ACT_OUTBOX_HELD));
  g_assert_true (act_outbox_state_can_undo (ACT_OUTBOX_READY));
  g_assert_true (act_outbox_state_can_undo (ACT_OUTBOX_REFUSED));
  g_assert_true (act_outbox_state_can_undo (ACT_OUTBOX_UNSUPPORTED));
  g_assert_true (act_outbox_state_can_undo (ACT_OUTBOX_WAITING_FOR_SIGN_IN));
  g_assert_false (act_outbox_state_can_undo (ACT_OUTBOX_SENDING));
  g_assert_false (act_outbox_state_can_undo (ACT_OUTBOX_VERIFYING));
  g_assert_false (act_outbox_state_can_undo (ACT_OUTBOX_DONE));
}

static void
test_query (void)
{
  g_autoptr (ActQuery) query = act_query_new ();

  g_assert_false (query->include_actioned);
  g_assert_cmpuint (query->kinds, ==, ACT_QUERY_ALL_KINDS);
  g_assert_cmpint (query->before, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (query->sort, ==, ACT_SORT_DATE);
  g_assert_true (query->descending);

  for (int i = 0; i < 7; i++)
    {
      g_autoptr (ActQuery) copy = act_query_copy (query);

      g_assert_true (act_query_equal (query, copy));
      copy->include_actioned = i == 1;
      copy->kinds ^= i == 2;
      copy->configuration_id = i == 3 ? g_strdup ("id") : NULL;
      copy->before = i == 4 ? 0 : copy->before;
      copy->sort = i == 5 ? ACT_SORT_ACCOUNT : copy->sort;
      copy->descending = i != 6;
      g_assert_true (act_query_equal (query, copy) == (i == 0));
    }
  g_assert_true (act_query_equal (NULL, NULL));
  g_assert_false (act_query_equal (query, NULL));
}

static void
test_counts (void)
{
  ActCounts counts = { 0 };

  counts.open_by_kind[ACT_EVENT_KIND_VALIDATION] = 2;
  counts.open_by_kind[ACT_EVENT_KIND_OTHER] = 3;
  counts.all_by_kind[ACT_EVENT_KIND_OTHER] = 7;
  g_assert_cmpuint (act_counts_get_open (&counts), ==, 5);
  g_assert_cmpuint (act_counts_get_all (&counts), ==, 7);
  for (int i = 0; i < 8; i++)
    {
      g_autoptr (ActCounts) copy = act_counts_copy (&counts);

      copy->held += i == 1;
      copy->waiting += i == 2;
      copy->local += i == 3;
      copy->refused += i == 4;
      copy->open_by_kind[1] += i == 5;
      copy->all_by_kind[1] += i == 6;
      copy->refused_changes += i == 7;
      g_assert_true (act_counts_equal (&counts, copy) == (i == 0));
    }
}

static void
test_rest (void)
{
  g_autoptr (ActSelectionSummary) summary = act_selection_summary_new ();
  g_autoptr (ActName) name = act_name_new ("id", "name");
  g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_new ();

  g_assert_cmpuint (summary->row_ids->len, ==, 0);
  g_assert_cmpint (summary->oldest, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (summary->newest, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpstr (name->name, ==, "name");
  configuration->id = g_strdup ("id");
  g_assert_false (configuration->enabled);
}

/* What a configuration says of itself survives being copied. */
static void
test_configuration (void)
{
  g_autoptr (ActIntegrationConfiguration) configuration = act_integration_configuration_new ();
  g_autoptr (ActIntegrationConfiguration) copy = NULL;

  g_assert_cmpint (configuration->modified, ==, ACT_TIME_UNKNOWN);
  configuration->id = g_strdup ("c");
  configuration->credentials_id = g_strdup ("k");
  configuration->json = g_strdup ("{}");
  configuration->enabled = TRUE;
  configuration->version = 7;
  copy = act_integration_configuration_copy (configuration);
  g_assert_cmpstr (copy->id, ==, "c");
  g_assert_cmpstr (copy->credentials_id, ==, "k");
  g_assert_cmpstr (copy->json, ==, "{}");
  g_assert_true (copy->json != configuration->json);
  g_assert_null (copy->name);
  g_assert_true (copy->enabled);
  g_assert_cmpint (copy->version, ==, 7);
}

static void
test_credential (void)
{
  g_autoptr (ActCredential) credential = act_credential_new ();
  g_autoptr (ActCredential) copy = NULL;

  g_assert_cmpint (credential->created, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (credential->modified, ==, ACT_TIME_UNKNOWN);
  credential->id = g_strdup ("k");
  credential->name = g_strdup ("Live");
  credential->version = 2;
  copy = act_credential_copy (credential);
  g_assert_cmpstr (copy->id, ==, "k");
  g_assert_cmpstr (copy->name, ==, "Live");
  g_assert_null (copy->type);
  g_assert_cmpint (copy->version, ==, 2);
}

static void
test_relation (void)
{
  g_autoptr (ActRelation) relation = act_relation_new (1u << ACT_EVENT_KIND_VALIDATION);
  g_autoptr (ActRelation) copy = NULL;

  g_assert_cmpint (relation->until, ==, ACT_TIME_UNKNOWN);
  g_assert_null (relation->entity_id);
  relation->entity_id = g_strdup ("e");
  relation->configuration_id = g_strdup ("c");
  relation->run_id = g_strdup ("r");
  relation->until = 7;
  copy = act_relation_copy (relation);
  g_assert_cmpuint (copy->kinds, ==, 1u << ACT_EVENT_KIND_VALIDATION);
  g_assert_cmpstr (copy->entity_id, ==, "e");
  g_assert_cmpstr (copy->configuration_id, ==, "c");
  g_assert_cmpstr (copy->run_id, ==, "r");
  g_assert_cmpint (copy->until, ==, 7);
}

static void
test_freshness (void)
{
  g_autoptr (GError) error = g_error_new_literal (ACT_API_ERROR, ACT_API_ERROR_OFFLINE, "offline");
  g_autoptr (ActFreshness) fresh = act_freshness_new (7, NULL);
  g_autoptr (ActFreshness) stale = act_freshness_new (7, error);
  g_autoptr (ActFreshness) copy = act_freshness_copy (stale);

  g_assert_false (act_freshness_is_stale (NULL));
  g_assert_false (act_freshness_is_stale (fresh));
  g_assert_true (act_freshness_is_stale (stale));
  g_assert_true (stale->error != error);
  g_assert_error (copy->error, ACT_API_ERROR, ACT_API_ERROR_OFFLINE);
  g_assert_cmpint (copy->read_at, ==, 7);
}

/* What was never tried is offered, so that it can be found out. */
static void
test_abilities (void)
{
  g_assert_true (act_ability_state_is_offered (ACT_ABILITY_STATE_UNKNOWN));
  g_assert_true (act_ability_state_is_offered (ACT_ABILITY_STATE_WORKS));
  g_assert_false (act_ability_state_is_offered (ACT_ABILITY_STATE_FORBIDDEN));
  g_assert_false (act_ability_state_is_offered (ACT_ABILITY_STATE_MISSING));
}

static void
test_resource (void)
{
  g_autoptr (ActResource) resource = act_resource_new ("r", "{}", 7);
  g_autofree char *group = act_resource_make_group ("Bill", "B/1");
  g_autofree char *same = act_resource_make_group ("BILL", "B/1");
  g_autofree char *other = act_resource_make_group ("Bill", "b/1");
  g_autofree char *empty = act_resource_make_group (NULL, NULL);

  g_assert_cmpstr (resource->json, ==, "{}");
  g_assert_null (resource->group);
  g_assert_cmpstr (group, ==, "bill/B/1");
  g_assert_cmpstr (same, ==, group);
  g_assert_cmpstr (other, !=, group);
  g_assert_cmpstr (empty, ==, "/");
}

static void
test_change (void)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autoptr (ActChange) copy = NULL;

  g_assert_cmpint (change->since, ==, ACT_TIME_UNKNOWN);
  change->id = 7;
  change->target = g_strdup ("c");
  change->content = g_strdup ("{}");
  change->reason = g_strdup ("No");
  copy = act_change_copy (change);
  g_assert_cmpint (copy->id, ==, 7);
  g_assert_cmpstr (copy->target, ==, "c");
  g_assert_cmpstr (copy->content, ==, "{}");
  g_assert_cmpstr (copy->reason, ==, "No");
  g_assert_true (copy->reason != change->reason);
}

/* Each of these is freed in whatever state it is. */
static void
test_findings (void)
{
  g_autoptr (ActRunFinding) run = act_run_finding_new ();
  g_autoptr (ActRunFinding) nothing = act_run_finding_new ();
  g_autoptr (ActConfigurationFinding) configurations = act_configuration_finding_new ();
  g_autoptr (ActDifference) difference = act_difference_new ("name");

  run->run = act_integration_run_new ();
  run->freshness = act_freshness_new (7, NULL);
  g_assert_null (nothing->run);
  g_assert_cmpuint (configurations->configurations->len, ==, 0);
  g_ptr_array_add (configurations->configurations, act_integration_configuration_new ());
  difference->theirs = g_strdup ("\"B\"");
  g_assert_cmpstr (difference->member, ==, "name");

  act_run_finding_free (NULL);
  act_configuration_finding_free (NULL);
  act_difference_free (NULL);
  act_relation_free (NULL);
  act_resource_free (NULL);
  act_change_free (NULL);
  act_credential_free (NULL);
  act_freshness_free (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/kinds", test_kinds);
  g_test_add_func ("/vocabulary/follow-ups", test_follow_ups);
  g_test_add_func ("/vocabulary/errors", test_errors);
  g_test_add_func ("/vocabulary/outbox", test_outbox);
  g_test_add_func ("/vocabulary/query", test_query);
  g_test_add_func ("/vocabulary/counts", test_counts);
  g_test_add_func ("/vocabulary/rest", test_rest);
  g_test_add_func ("/vocabulary/configuration", test_configuration);
  g_test_add_func ("/vocabulary/credential", test_credential);
  g_test_add_func ("/vocabulary/relation", test_relation);
  g_test_add_func ("/vocabulary/freshness", test_freshness);
  g_test_add_func ("/vocabulary/abilities", test_abilities);
  g_test_add_func ("/vocabulary/resource", test_resource);
  g_test_add_func ("/vocabulary/change", test_change);
  g_test_add_func ("/vocabulary/findings", test_findings);

  return g_test_run ();
}
