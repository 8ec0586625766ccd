/* The small tables: kinds, errors, outbox steps, queries, counts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-api-error.h"
#include "act-connection.h"
#include "act-counts.h"
#include "act-event-kind.h"
#include "act-event.h"
#include "act-integration-configuration.h"
#include "act-name.h"
#include "act-outbox-entry.h"
#include "act-query.h"
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
  g_assert_cmpuint (n_sign_in, ==, 2);
  g_assert_cmpuint (n_transient, ==, 6);
  g_assert_cmpuint (n_unanswered, ==, 6);
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
  for (int i = 0; i < 7; i++)
    {
      g_autoptr (ActCounts) copy = act_counts_copy (&counts);

      copy->held += i == 1;
      copy->waiting += i == 2;
      copy->local += i == 3;
      copy->refused += i == 4;
      copy->open_by_kind[1] += i == 5;
      copy->all_by_kind[1] += i == 6;
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

  return g_test_run ();
}
