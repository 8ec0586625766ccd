/* Open events that are about the same thing are found, and no others
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-kind.h"
#include "act-store-related.h"
#include "store-fixture.h"

#define ALL_KINDS ((1u << ACT_N_EVENT_KINDS) - 1)

/* What each event is about: "-" for nothing. */
static const struct
{
  const char *id;
  const char *name;
  const char *entity;
  const char *account;
  const char *configuration;
  const char *run;
} events[] = {
  { "e0", "integration.missingaccountmapping.error", "a1", "-", "c1", "r1" },
  { "e1", "integration.perform.error", "b1", "a1", "c1", "r2" },
  { "e2", "integration.perform.error", "b1", "a1", "c2", "r2" },
  { "e3", "integration.perform.error", "b2", "a2", "c1", "-" },
  { "e4", "integration.authentication.error", "-", "-", "c1", "-" },
  { "e5", "integration.perform.error", "a1", "a1", "c1", "r1" },
};

static char *
make_id (const char *id)
{
  return g_str_equal (id, "-") ? NULL : g_strdup (id);
}

static void
add_events (Fixture *self)
{
  ActEventPage *page = make_page (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      ActEvent *event = make_event (events[i].id, FIXTURE_MINUTE (i));

      g_free (event->name);
      event->name = g_strdup (events[i].name);
      event->entity_id = make_id (events[i].entity);
      event->account_id = make_id (events[i].account);
      event->configuration_id = make_id (events[i].configuration);
      event->run_id = make_id (events[i].run);
      event->payload = g_strdup ("{\"much\": true}");
      g_ptr_array_add (page->events, event);
    }
  merge_page (self->store, page, 0);
}

static void
expect_related (Fixture *self, const ActRelation *relation, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  act_store_list_related_async (self->store, relation, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  row_ids = act_store_list_related_finish (self->store, result, &error);
  g_assert_no_error (error);
  records = load (self->store, row_ids);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((ActEventRecord *) g_ptr_array_index (records, i))->event->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_related (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    guint       kinds;
    const char *entity;
    const char *configuration;
    const char *run;
    gint64      until;
    const char *expected;
  } cases[] = {
    { ALL_KINDS, NULL, NULL, NULL, ACT_TIME_UNKNOWN, "e0 e1 e2 e3 e4 e5" },
    { 0, NULL, NULL, NULL, ACT_TIME_UNKNOWN, "" },
    { 1u << ACT_EVENT_KIND_AUTHENTICATION, NULL, NULL, NULL, ACT_TIME_UNKNOWN, "e4" },
    { ALL_KINDS, "a1", NULL, NULL, ACT_TIME_UNKNOWN, "e0 e1 e2 e5" },
    { ALL_KINDS, "b1", NULL, NULL, ACT_TIME_UNKNOWN, "e1 e2" },
    { ALL_KINDS, "nobody", NULL, NULL, ACT_TIME_UNKNOWN, "" },
    { ALL_KINDS, NULL, "c1", NULL, ACT_TIME_UNKNOWN, "e0 e1 e3 e4 e5" },
    { ALL_KINDS, NULL, "nobody", NULL, ACT_TIME_UNKNOWN, "" },
    { ALL_KINDS, NULL, NULL, "r2", ACT_TIME_UNKNOWN, "e1 e2" },
    { ALL_KINDS, "a1", "c1", NULL, ACT_TIME_UNKNOWN, "e0 e1 e5" },
    { ALL_KINDS, "a1", "c1", "r1", ACT_TIME_UNKNOWN, "e0 e5" },
    { 1u << ACT_EVENT_KIND_PERFORM, "a1", "c1", "r1", ACT_TIME_UNKNOWN, "e5" },
    { ALL_KINDS, "a1", NULL, NULL, FIXTURE_MINUTE (1), "e0 e1" },
    { ALL_KINDS, NULL, NULL, NULL, FIXTURE_MINUTE (1) - 1, "e0" },
    { ALL_KINDS, NULL, NULL, NULL, G_MAXINT64, "e0 e1 e2 e3 e4 e5" },
  };

  add_events (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ActRelation) relation = act_relation_new (cases[i].kinds);

      relation->entity_id = g_strdup (cases[i].entity);
      relation->configuration_id = g_strdup (cases[i].configuration);
      relation->run_id = g_strdup (cases[i].run);
      relation->until = cases[i].until;
      expect_related (self, relation, cases[i].expected);
    }
}

/* The event that a follow-up began with need not name what was put right. */
static void
test_row_id (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActRelation) relation = act_relation_new (1u << ACT_EVENT_KIND_AUTHENTICATION);

  add_events (self);
  relation->configuration_id = g_strdup ("c1");
  expect_related (self, relation, "e4");
  relation->row_id = find_row (self->store, "e4");
  expect_related (self, relation, "e4");
  relation->row_id = find_row (self->store, "e2");
  expect_related (self, relation, "e2 e4");

  mark (self->store, "e2", 0);
  expect_related (self, relation, "e4");
}

static void
test_only_open (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActRelation) relation = act_relation_new (ALL_KINDS);

  relation->entity_id = g_strdup ("a1");
  add_events (self);
  mark (self->store, "e1", 0);
  expect_related (self, relation, "e0 e2 e5");
}

/* Systems are written in different ways, and an event need not name its own. */
static void
test_destination (Fixture *self, gconstpointer unused)
{
  const char *const destinations[] = { "Chargebee", "CHARGEBEE", "NetSuite", NULL };
  g_autoptr (ActRelation) relation = act_relation_new (ALL_KINDS);
  ActEventPage *page = make_page (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (destinations); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      ActEvent        *event = make_event (id, FIXTURE_MINUTE (i));

      g_free (event->destination);
      event->destination = g_strdup (destinations[i]);
      event->entity_id = g_strdup ("a1");
      g_ptr_array_add (page->events, event);
    }
  merge_page (self->store, page, 0);

  relation->entity_id = g_strdup ("a1");
  expect_related (self, relation, "e0 e1 e2 e3");
  relation->destination = g_strdup ("chargebee");
  expect_related (self, relation, "e0 e1 e3");
}

static GPtrArray *
list_open (Fixture *self, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = NULL;

  act_store_list_open_records_async (self->store, limit, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  records = act_store_list_open_records_finish (self->store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (records);

  return records;
}

static void
test_open_records (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const ActEventRecord *first = NULL;

  add_events (self);
  mark (self->store, "e4", 0);
  some = list_open (self, 2);
  g_assert_cmpuint (some->len, ==, 2);
  first = g_ptr_array_index (some, 0);
  g_assert_cmpstr (first->event->id, ==, "e5");
  g_assert_cmpstr (first->event->run_id, ==, "r1");
  g_assert_null (first->event->payload);
  g_assert_cmpstr (((ActEventRecord *) g_ptr_array_index (some, 1))->event->id, ==, "e3");

  all = list_open (self, 0);
  g_assert_cmpuint (all->len, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/related/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("related", test_related);
  ADD ("only-open", test_only_open);
  ADD ("row-id", test_row_id);
  ADD ("destination", test_destination);
  ADD ("open-records", test_open_records);
#undef ADD

  return g_test_run ();
}
