/* Queries, records, sums, counts and values
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "act-event-kind.h"

static void
put_name (ActStore *store, ActNameKind kind, const char *id, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (names, act_name_new (id, name));
  act_store_put_names_async (store, kind, names, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_put_names_finish (store, result, &error));
  g_assert_no_error (error);
}

static char *
list_unnamed (ActStore *store, ActNameKind kind, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  act_store_list_unnamed_async (store, kind, limit, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  ids = act_store_list_unnamed_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ids);

  return g_strjoinv (" ", ids);
}

static ActSelectionSummary *
summarise (ActStore *store, GArray *row_ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActSelectionSummary *summary = NULL;

  act_store_summarise_async (store, (const gint64 *) row_ids->data, row_ids->len, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  summary = act_store_summarise_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (summary);

  return summary;
}

static void
add (ActStore *store, const char *id, guint minute, const char *name, const char *message, const char *configuration_id, const char *account_id)
{
  ActEvent *event = make_event (id, FIXTURE_MINUTE (minute));

  g_free (event->name);
  event->name = g_strdup (name);
  g_free (event->message);
  event->message = g_strdup (message);
  event->configuration_id = g_strdup (configuration_id);
  event->account_id = g_strdup (account_id);
  merge_event (store, event);
}

static void
add_actioned (ActStore *store, const char *id, guint minute)
{
  ActEvent *event = make_event (id, FIXTURE_MINUTE (minute));

  event->actioned_time = FIXTURE_TIME;
  merge_event (store, event);
}

static void
add_sample (ActStore *store)
{
  add (store, "a", 1, "integration.validation.error", "beta", "c1", "k1");
  add (store, "b", 2, "integration.perform.error", "Alpha", "c2", "k2");
  add (store, "c", 3, "integration.disabled.error", "GAMMA", "c1", NULL);
  add (store, "d", 4, "something.else", NULL, NULL, "k1");
  add_actioned (store, "e", 5);
}

static void
expect (ActStore *store, const ActQuery *what, const char *ids)
{
  g_autofree char *found = query_ids (store, what);

  g_assert_cmpstr (found, ==, ids);
}

static ActQuery *
make_query (ActSortColumn sort, gboolean descending, gboolean include_actioned)
{
  ActQuery *what = act_query_new ();

  what->include_actioned = include_actioned;
  what->kinds = ACT_QUERY_ALL_KINDS;
  what->sort = sort;
  what->descending = descending;

  return what;
}

static void
test_query_order (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    ActSortColumn sort;
    gboolean      descending;
    const char   *ids;
  } cases[] = {
    { ACT_SORT_DATE, TRUE, "e d c b a" },
    { ACT_SORT_DATE, FALSE, "a b c d e" },
    { ACT_SORT_NAME, FALSE, "c e b a d" },
    { ACT_SORT_NAME, TRUE, "d a e b c" },
    { ACT_SORT_MESSAGE, FALSE, "d b a c e" },
    { ACT_SORT_MESSAGE, TRUE, "e c a b d" },
    { ACT_SORT_STATUS, FALSE, "d c b a e" },
    { ACT_SORT_STATUS, TRUE, "e d c b a" },
    { ACT_SORT_INTEGRATION, FALSE, "e d b c a" },
    { ACT_SORT_INTEGRATION, TRUE, "c a b e d" },
    { ACT_SORT_ACCOUNT, FALSE, "e c d a b" },
    { ACT_SORT_ACCOUNT, TRUE, "b d a e c" },
  };

  add_sample (self->store);
  put_name (self->store, ACT_NAME_INTEGRATION, "c1", "zeta");
  put_name (self->store, ACT_NAME_INTEGRATION, "c2", "Eta");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ActQuery) what = make_query (cases[i].sort, cases[i].descending, TRUE);

      expect (self->store, what, cases[i].ids);
    }
}

static void
test_query_filters (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) what = make_query (ACT_SORT_DATE, TRUE, FALSE);

  add_sample (self->store);
  expect (self->store, what, "d c b a");

  what->kinds = (1u << ACT_EVENT_KIND_VALIDATION) | (1u << ACT_EVENT_KIND_OTHER);
  expect (self->store, what, "d a");
  what->kinds = 0;
  expect (self->store, what, "");

  what->kinds = ACT_QUERY_ALL_KINDS;
  what->configuration_id = g_strdup ("c1");
  expect (self->store, what, "c a");
  what->before = FIXTURE_MINUTE (3);
  expect (self->store, what, "a");
  what->sort = ACT_SORT_MESSAGE;
  what->before = FIXTURE_MINUTE (3) + 1;
  expect (self->store, what, "c a");

  g_free (what->configuration_id);
  what->configuration_id = g_strdup ("c1' OR 1 --");
  expect (self->store, what, "");
}

static void
test_query_limit (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) what = make_query (ACT_SORT_DATE, TRUE, FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) row_ids = NULL;

  add_sample (self->store);
  act_row_source_query_async (ACT_ROW_SOURCE (self->store), what, 2, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (self->store), result, NULL);
  g_assert_cmpuint (row_ids->len, ==, 2);
  g_assert_cmpint (g_array_index (row_ids, gint64, 0), ==, find_row (self->store, "d"));
}

static void
test_load (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;
  const ActEventRecord *record = NULL;
  gint64                ids[4];

  add_sample (self->store);
  put_name (self->store, ACT_NAME_INTEGRATION, "c1", "zeta");
  put_name (self->store, ACT_NAME_ACCOUNT, "k1", "");
  ids[0] = find_row (self->store, "c");
  ids[1] = 4711;
  ids[2] = find_row (self->store, "a");
  ids[3] = G_MININT64;
  g_array_append_vals (wanted, ids, G_N_ELEMENTS (ids));

  records = load (self->store, wanted);
  g_assert_cmpuint (records->len, ==, 2);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->event->id, ==, "c");
  record = g_ptr_array_index (records, 1);
  g_assert_cmpstr (record->event->id, ==, "a");
  g_assert_cmpstr (record->event->name, ==, "integration.validation.error");
  g_assert_cmpint (record->kind, ==, ACT_EVENT_KIND_VALIDATION);
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_OPEN);
  g_assert_cmpint (record->event->time, ==, FIXTURE_MINUTE (1));
  g_assert_cmpint (record->event->actioned_time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (record->marked_at, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpstr (record->integration_name, ==, "zeta");
  g_assert_cmpstr (record->event->configuration_id, ==, "c1");
  g_assert_cmpstr (record->event->account_id, ==, "k1");
  g_assert_null (record->account_name);
  g_assert_null (record->refusal);
}

static void
test_read_record (Fixture *self, gconstpointer unused)
{
  ActEvent *event = make_event ("full", FIXTURE_TIME);
  g_autoptr (ActEvent) expected = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  g_autoptr (ActEventRecord) listed = NULL;
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  event->destination = g_strdup ("Chargebee");
  event->destination_id = g_strdup ("d1");
  event->configuration_id = g_strdup ("c1");
  event->credentials_id = g_strdup ("x1");
  event->entity_type = g_strdup ("Bill");
  event->entity_id = g_strdup ("b1");
  event->account_id = g_strdup ("k1");
  event->run_id = g_strdup ("r1");
  event->payload = g_strdup ("{\"a\": 1}");
  expected = act_event_copy (event);
  merge_event (self->store, event);

  record = read_record (self->store, "full");
  listed = act_event_record_copy (record);
  act_event_free (listed->event);
  listed->event = act_event_copy (expected);
  g_assert_true (act_event_record_equal (record, listed));

  row_ids = query_all (self->store);
  records = load (self->store, row_ids);
  g_assert_null (((const ActEventRecord *) g_ptr_array_index (records, 0))->event->payload);

  act_store_read_record_async (self->store, 1, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (act_store_read_record_finish (self->store, result, &error));
  g_assert_error (error, ACT_STORE_ERROR, ACT_STORE_ERROR_NOT_FOUND);
}

static void
test_hostile_text (Fixture *self, gconstpointer unused)
{
  static const char *const texts[] = {
    "'); DROP TABLE event; --",
    "\"quoted\" `and` [so]",
    "%s%n%d",
    "\xe2\x80\xae right to left \xf0\x9f\x92\xa3",
    "\x01\x1b[31m\n\t",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u %s", i, texts[i]);
      g_autoptr (ActEventRecord) record = NULL;

      add (self->store, id, i, texts[i], texts[i], texts[i], texts[i]);
      put_name (self->store, ACT_NAME_ACCOUNT, texts[i], texts[i]);
      set_value (self->store, texts[i], texts[i]);

      record = read_record (self->store, id);
      g_assert_cmpstr (record->event->name, ==, texts[i]);
      g_assert_cmpstr (record->event->message, ==, texts[i]);
      g_assert_cmpstr (record->event->configuration_id, ==, texts[i]);
      g_assert_cmpstr (record->account_name, ==, *texts[i] != '\0' ? texts[i] : NULL);
      g_assert_cmpuint (mark (self->store, id, 0), ==, 1);
    }
}

static void
test_summarise (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ActSelectionSummary) summary = NULL;
  g_autoptr (ActSelectionSummary) empty = NULL;
  gint64 strange = 12345;

  add_sample (self->store);
  mark (self->store, "c", 0);
  row_ids = query_all (self->store);
  g_array_append_val (row_ids, strange);
  g_array_append_val (row_ids, g_array_index (row_ids, gint64, 4));

  summary = summarise (self->store, row_ids);
  g_assert_cmpuint (summary->row_ids->len, ==, 3);
  g_assert_cmpint (g_array_index (summary->row_ids, gint64, 0), ==, find_row (self->store, "a"));
  g_assert_cmpint (g_array_index (summary->row_ids, gint64, 1), ==, find_row (self->store, "b"));
  g_assert_cmpint (g_array_index (summary->row_ids, gint64, 2), ==, find_row (self->store, "d"));
  g_assert_cmpuint (summary->by_kind[ACT_EVENT_KIND_VALIDATION], ==, 1);
  g_assert_cmpuint (summary->by_kind[ACT_EVENT_KIND_PERFORM], ==, 1);
  g_assert_cmpuint (summary->by_kind[ACT_EVENT_KIND_DISABLED], ==, 0);
  g_assert_cmpuint (summary->by_kind[ACT_EVENT_KIND_OTHER], ==, 1);
  g_assert_cmpint (summary->oldest, ==, FIXTURE_MINUTE (1));
  g_assert_cmpint (summary->newest, ==, FIXTURE_MINUTE (4));

  empty = summarise (self->store, none);
  g_assert_cmpuint (empty->row_ids->len, ==, 0);
  g_assert_cmpint (empty->oldest, ==, ACT_TIME_UNKNOWN);
}

/* Many rows go another way than few; both must agree. */
static void
test_summarise_many (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) row_ids = NULL;
  g_autoptr (GArray) half = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ActSelectionSummary) summary = NULL;
  guint n_open = 0;

  merge_many (self->store, 24000);
  row_ids = query_all (self->store);

  for (guint i = 0; i < row_ids->len; i += 2)
    g_array_append_val (half, g_array_index (row_ids, gint64, i));
  g_array_set_size (half, 100);
  g_assert_cmpuint (mark_rows (self->store, half, 0), ==, 100);
  g_array_set_size (half, 0);
  for (guint i = 0; i < row_ids->len; i++)
    {
      if (i % 10 != 0)
        {
          g_array_append_val (half, g_array_index (row_ids, gint64, i));
          n_open += i % 2 != 0 || i >= 200;
        }
    }

  summary = summarise (self->store, half);
  g_assert_cmpuint (half->len, ==, 21600);
  g_assert_cmpuint (summary->row_ids->len, ==, n_open);
  g_assert_cmpuint (summary->by_kind[ACT_EVENT_KIND_PERFORM], ==, n_open);
  for (guint i = 1; i < summary->row_ids->len; i++)
    g_assert_cmpint (g_array_index (summary->row_ids, gint64, i - 1), <, g_array_index (summary->row_ids, gint64, i));
}

static void
test_count (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActCounts) counts = NULL;
  g_autoptr (ActCounts) after = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  counts = count (self->store);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 0);
  g_clear_pointer (&counts, act_counts_free);

  add_sample (self->store);
  counts = count (self->store);
  g_assert_cmpuint (act_counts_get_open (counts), ==, 4);
  g_assert_cmpuint (act_counts_get_all (counts), ==, 5);
  g_assert_cmpuint (counts->open_by_kind[ACT_EVENT_KIND_PERFORM], ==, 1);
  g_assert_cmpuint (counts->all_by_kind[ACT_EVENT_KIND_PERFORM], ==, 2);
  g_assert_cmpuint (counts->waiting, ==, 0);

  mark (self->store, "a", 0);
  mark (self->store, "b", 0);
  mark (self->store, "c", G_MAXINT64);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  settle (self->store, ((ActOutboxEntry *) g_ptr_array_index (entries, 0))->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "no");
  settle (self->store, ((ActOutboxEntry *) g_ptr_array_index (entries, 1))->id, ACT_OUTBOX_UNSUPPORTED, ACT_TIME_UNKNOWN, "no");
  after = count (self->store);
  g_assert_cmpuint (after->held, ==, 1);
  g_assert_cmpuint (after->waiting, ==, 1);
  g_assert_cmpuint (after->refused, ==, 1);
  g_assert_cmpuint (after->local, ==, 1);
  g_assert_cmpuint (act_counts_get_open (after), ==, 2);
}

static void
test_names (Fixture *self, gconstpointer unused)
{
  g_autofree char *all = NULL;
  g_autofree char *first = NULL;
  g_autofree char *accounts = NULL;
  g_autofree char *left = NULL;
  g_autofree char *none = NULL;
  guint            n_changed;

  add_sample (self->store);
  all = list_unnamed (self->store, ACT_NAME_INTEGRATION, 0);
  g_assert_cmpstr (all, ==, "c1 c2");
  first = list_unnamed (self->store, ACT_NAME_INTEGRATION, 1);
  g_assert_cmpstr (first, ==, "c1");
  accounts = list_unnamed (self->store, ACT_NAME_ACCOUNT, 0);
  g_assert_cmpstr (accounts, ==, "k1 k2");

  n_changed = self->n_changed;
  put_name (self->store, ACT_NAME_INTEGRATION, "c1", "One");
  g_assert_cmpuint (self->n_changed, ==, n_changed + 1);
  put_name (self->store, ACT_NAME_INTEGRATION, "c1", "One");
  g_assert_cmpuint (self->n_changed, ==, n_changed + 1);
  left = list_unnamed (self->store, ACT_NAME_INTEGRATION, 0);
  g_assert_cmpstr (left, ==, "c2");
  put_name (self->store, ACT_NAME_INTEGRATION, "c2", NULL);
  none = list_unnamed (self->store, ACT_NAME_INTEGRATION, 0);
  g_assert_cmpstr (none, ==, "");
}

static void
test_values (Fixture *self, gconstpointer unused)
{
  g_autofree char *missing = get_value (self->store, "place");
  g_autofree char *kept = NULL;
  g_autofree char *forgotten = NULL;
  guint            n_changed = self->n_changed;

  g_assert_null (missing);
  set_value (self->store, "place", "one");
  set_value (self->store, "place", "two");
  fixture_reopen (self);
  kept = get_value (self->store, "place");
  g_assert_cmpstr (kept, ==, "two");
  set_value (self->store, "place", NULL);
  forgotten = get_value (self->store, "place");
  g_assert_null (forgotten);
  g_assert_cmpuint (self->n_changed, ==, n_changed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/reading/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("query-order", test_query_order);
  ADD ("query-filters", test_query_filters);
  ADD ("query-limit", test_query_limit);
  ADD ("load", test_load);
  ADD ("read-record", test_read_record);
  ADD ("hostile-text", test_hostile_text);
  ADD ("summarise", test_summarise);
  ADD ("summarise-many", test_summarise_many);
  ADD ("count", test_count);
  ADD ("names", test_names);
  ADD ("values", test_values);
#undef ADD

  return g_test_run ();
}
