/* Events of the same fault, by number and in groups
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-causes.h"
#include "store-fixture.h"

#include <sqlite3.h>

static GPtrArray *
list (ActStore *store, const ActQuery *query, ActCauseOrder order, guint *n_causes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *causes = NULL;

  act_store_list_causes_async (store, query, order, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  causes = act_store_list_causes_finish (store, result, n_causes, &error);
  g_assert_no_error (error);

  return causes;
}

/* Name, destination, counts and message of each, in their order. */
static char *
describe (ActStore *store, const ActQuery *query, ActCauseOrder order)
{
  g_autoptr (GPtrArray) causes = list (store, query, order, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const ActCause *cause = g_ptr_array_index (causes, i);

      g_string_append_printf (text, "%s%u/%u %s", i == 0 ? "" : "; ", cause->open, cause->count, cause->message);
    }

  return g_string_free (text, FALSE);
}

static ActEvent *
make_error (guint number, const char *message)
{
  g_autofree char *id = g_strdup_printf ("e%u", number);
  ActEvent        *event = make_event (id, FIXTURE_MINUTE (number));

  g_free (event->message);
  event->message = g_strdup (message);
  event->configuration_id = g_strdup ("c1");
  event->destination = g_strdup ("Chargebee");

  return event;
}

static void
test_list (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GPtrArray) causes = NULL;
  g_autofree char *by_count = NULL;
  g_autofree char *by_last = NULL;
  g_autofree char *all = NULL;
  guint            n_causes = 0;
  const ActCause  *cause = NULL;
  ActEvent        *actioned = make_error (1, "HTTP 503 for bill 1");

  actioned->actioned_time = FIXTURE_MINUTE (2);
  merge_event (self->store, actioned);
  merge_event (self->store, make_error (2, "HTTP 503 for bill 2"));
  merge_event (self->store, make_error (3, "HTTP 503 for bill 3"));
  merge_event (self->store, make_error (4, "HTTP 401 for bill 4"));

  by_count = describe (self->store, query, ACT_CAUSE_ORDER_COUNT);
  g_assert_cmpstr (by_count, ==, "2/2 HTTP 503 for bill 3; 1/1 HTTP 401 for bill 4");
  by_last = describe (self->store, query, ACT_CAUSE_ORDER_LAST);
  g_assert_cmpstr (by_last, ==, "1/1 HTTP 401 for bill 4; 2/2 HTTP 503 for bill 3");
  query->include_actioned = TRUE;
  all = describe (self->store, query, ACT_CAUSE_ORDER_COUNT);
  g_assert_cmpstr (all, ==, "2/3 HTTP 503 for bill 3; 1/1 HTTP 401 for bill 4");

  causes = list (self->store, query, ACT_CAUSE_ORDER_COUNT, &n_causes);
  g_assert_cmpuint (n_causes, ==, 2);
  cause = g_ptr_array_index (causes, 0);
  g_assert_cmpint (cause->number, >, 0);
  g_assert_cmpint (cause->kind, ==, ACT_EVENT_KIND_PERFORM);
  g_assert_cmpstr (cause->name, ==, "integration.perform.error");
  g_assert_cmpstr (cause->integration, ==, "c1");
  g_assert_cmpstr (cause->destination, ==, "Chargebee");
  g_assert_cmpint (cause->first, ==, FIXTURE_MINUTE (1));
  g_assert_cmpint (cause->last, ==, FIXTURE_MINUTE (3));
  g_assert_cmpint (cause->newest, ==, find_row (self->store, "e3"));
}

/* Opening a cause lists its events, in whatever order, with whatever else is asked for. */
static void
test_query (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GPtrArray) causes = NULL;
  g_autofree char *ids = NULL;
  g_autofree char *none = NULL;

  for (guint i = 0; i < 6; i++)
    merge_event (self->store, make_error (i, i % 2 == 0 ? "HTTP 503" : "HTTP 401"));
  causes = list (self->store, query, ACT_CAUSE_ORDER_LAST, NULL);
  query->cause = ((const ActCause *) g_ptr_array_index (causes, 1))->number;

  for (guint sort = ACT_SORT_DATE; sort <= ACT_SORT_ACCOUNT; sort++)
    {
      query->sort = (ActSortColumn) sort;
      g_clear_pointer (&ids, g_free);
      ids = query_ids (self->store, query);
      g_assert_cmpstr (ids, ==, "e4 e2 e0");
    }

  mark (self->store, "e2", 0);
  g_clear_pointer (&ids, g_free);
  ids = query_ids (self->store, query);
  g_assert_cmpstr (ids, ==, "e4 e0");
  query->kinds = 1u << ACT_EVENT_KIND_DISABLED;
  none = query_ids (self->store, query);
  g_assert_cmpstr (none, ==, "");
}

static void
assert_others (ActStore *store, const char *id, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 cause = 0;
  guint  n = 0;

  act_store_count_cause_async (store, find_row (store, id), NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_count_cause_finish (store, result, &cause, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cause, !=, 0);
  g_assert_cmpuint (n, ==, expected);
}

static void
test_count (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 cause = 1;
  guint  n = 1;

  for (guint i = 0; i < 5; i++)
    merge_event (self->store, make_error (i, i < 4 ? "HTTP 503" : "HTTP 401"));
  assert_others (self->store, "e0", 3);
  mark (self->store, "e1", 0);
  assert_others (self->store, "e0", 2);
  assert_others (self->store, "e1", 3);
  assert_others (self->store, "e4", 0);

  act_store_count_cause_async (self->store, 12345, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_count_cause_finish (self->store, result, &cause, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cause, ==, 0);
  g_assert_cmpuint (n, ==, 0);
}

/* Of ticked rows, only those that can be marked count, however many there are. */
static void
test_count_rows (Fixture *self, gconstpointer unused)
{
  ActEventPage *page = act_event_page_new ();
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < 12000; i++)
    g_ptr_array_add (page->events, make_error (i, i % 3 == 0 ? "HTTP 401" : "HTTP 503"));
  merge_page (self->store, page, 0);
  mark (self->store, "e3", 0);
  rows = query_all (self->store);

  for (guint n = 3000; n <= 12000; n += 9000)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GArray) counts = NULL;
      guint total = 0;

      act_store_count_causes_async (self->store, (const gint64 *) (gpointer) rows->data, MIN (n, rows->len), NULL,
                                    keep_result_cb, &result);
      wait_for_result (&result);
      counts = act_store_count_causes_finish (self->store, result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (counts->len, ==, 2);
      for (guint i = 0; i < counts->len; i++)
        total += g_array_index (counts, ActCauseCount, i).count;
      g_assert_cmpuint (total, ==, n == 3000 ? 3000 : 11999);
    }
}

/* What the server says anew about an event moves it. */
static void
test_change (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  merge_event (self->store, make_error (0, "HTTP 503"));
  merge_event (self->store, make_error (1, "HTTP 503"));
  before = describe (self->store, query, ACT_CAUSE_ORDER_LAST);
  g_assert_cmpstr (before, ==, "2/2 HTTP 503");
  self->n_changed = 0;
  merge_event (self->store, make_error (0, "HTTP 401"));
  after = describe (self->store, query, ACT_CAUSE_ORDER_LAST);
  g_assert_cmpstr (after, ==, "1/1 HTTP 503; 1/1 HTTP 401");
  g_assert_cmpuint (self->n_changed, >, 0);
}

static void
execute (Fixture *self, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* What an older version left, or one with another signature, gets its causes at the next start. */
static void
test_fill (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autofree char *before = NULL;

  for (guint i = 0; i < 50; i++)
    {
      ActEvent *event = make_error (i, i % 3 == 0 ? "No customer for acme-corp" : "HTTP 503");

      event->entity_id = g_strdup ("acme-corp");
      if (i % 5 == 0)
        g_clear_pointer (&event->configuration_id, g_free);
      if (i % 7 == 0)
        g_clear_pointer (&event->message, g_free);
      merge_event (self->store, event);
    }
  before = describe (self->store, query, ACT_CAUSE_ORDER_LAST);

  static const char *const damages[] = {
    "UPDATE state SET cause = NULL; DELETE FROM cause; DELETE FROM value WHERE key = 'fill-causes'",
    "UPDATE cause SET signature = 'old' || number; UPDATE value SET value = '0 done' WHERE key = 'fill-causes'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *after = NULL;

      fixture_close (self);
      execute (self, damages[i]);
      fixture_reopen (self);
      after = describe (self->store, query, ACT_CAUSE_ORDER_LAST);
      g_assert_cmpstr (after, ==, before);
    }

  fixture_close (self);
  execute (self, "CREATE TABLE unused AS SELECT 1 / (SELECT count(*) = 0 FROM cause WHERE signature LIKE 'old%') AS one;"
                 "DROP TABLE unused");
  fixture_reopen (self);
}

/* More rows than are looked up one by one, against what is counted by hand. */
typedef struct
{
  guint n_events;
  guint percent_actioned;
} Random;

/* Begin and end of messages, with a number in between. */
static const char *const faults[][2] = {
  { "HTTP 503 for bill ", "" },
  { "HTTP 401 for bill ", "" },
  { "Error 17 in line ", "" },
  { "No customer \"name ", "\"" },
  { "E1234: ", "" },
  { "", " is too large" },
};

typedef struct
{
  guint    fault;
  gboolean actioned;
} Made;

static guint
find_fault (const char *message)
{
  guint fault = 0;

  while (!g_str_has_prefix (message, faults[fault][0]) || !g_str_has_suffix (message, faults[fault][1]))
    fault++;

  return fault;
}

static guint
count_by_hand (GArray *made, guint fault, gboolean include_actioned, guint before)
{
  guint n = 0;

  for (guint i = 0; i < before; i++)
    {
      const Made *event = &g_array_index (made, Made, i);

      if (event->fault == fault && (include_actioned || !event->actioned))
        n++;
    }

  return n;
}

static void
assert_counts (ActStore *store, GArray *made, gboolean include_actioned, guint before)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GPtrArray) causes = NULL;
  guint last = G_MAXUINT;
  guint total = 0;

  query->include_actioned = include_actioned;
  query->before = FIXTURE_MINUTE (before);
  causes = list (store, query, ACT_CAUSE_ORDER_COUNT, NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const ActCause *cause = g_ptr_array_index (causes, i);
      guint           fault = find_fault (cause->message);

      g_assert_cmpuint (cause->count, ==, count_by_hand (made, fault, include_actioned, before));
      g_assert_cmpuint (cause->open, ==, count_by_hand (made, fault, FALSE, before));
      g_assert_cmpuint (cause->count, <=, last);
      last = cause->count;
      total += cause->count;
    }

  g_assert_cmpuint (causes->len, ==, G_N_ELEMENTS (faults));
  g_assert_cmpuint (total, >, 0);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  const Random *random = data;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (Made));
  ActEventPage *page = act_event_page_new ();

  for (guint i = 0; i < random->n_events; i++)
    {
      guint            fault = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (faults));
      Made             event = { fault, (guint) g_test_rand_int_range (0, 100) < random->percent_actioned };
      g_autofree char *message = g_strdup_printf ("%s%d%s", faults[fault][0], g_test_rand_int_range (1, 1000000),
                                                  faults[fault][1]);

      g_array_append_val (made, event);
      g_ptr_array_add (page->events, make_error (i, message));
      if (event.actioned)
        ((ActEvent *) g_ptr_array_index (page->events, i))->actioned_time = FIXTURE_MINUTE (i + 1);
    }
  merge_page (self->store, page, 0);

  for (guint include_actioned = 0; include_actioned < 2; include_actioned++)
    {
      assert_counts (self->store, made, include_actioned, random->n_events);
      assert_counts (self->store, made, include_actioned, random->n_events / 2);
    }
}

/* Any number of causes may be there; as many are given as anybody reads. */
static void
test_many (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GPtrArray) causes = NULL;
  ActEventPage *page = act_event_page_new ();
  guint         n_causes = 0;

  for (guint i = 0; i < ACT_MAX_CAUSES + 10; i++)
    {
      g_autofree char *message = g_strdup_printf ("code %u", i);

      g_ptr_array_add (page->events, make_error (i, message));
    }
  merge_page (self->store, page, 0);

  causes = list (self->store, query, ACT_CAUSE_ORDER_LAST, &n_causes);
  g_assert_cmpuint (n_causes, ==, ACT_MAX_CAUSES + 10);
  g_assert_cmpuint (causes->len, ==, ACT_MAX_CAUSES);
  g_assert_cmpstr (((const ActCause *) g_ptr_array_index (causes, 0))->message, ==, "code 10009");
}

static void
test_cancel (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  merge_many (self->store, 100);
  act_store_list_causes_async (self->store, query, ACT_CAUSE_ORDER_COUNT, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_for_result (&result);
  g_assert_null (act_store_list_causes_finish (self->store, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, data, func) \
  g_test_add ("/store/causes/" name, Fixture, data, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  static const Random few = { 500, 30 };
  static const Random many = { 15000, 10 };

  g_test_init (&argc, &argv, NULL);

  ADD ("list", NULL, test_list);
  ADD ("query", NULL, test_query);
  ADD ("count", NULL, test_count);
  ADD ("count-rows", NULL, test_count_rows);
  ADD ("change", NULL, test_change);
  ADD ("fill", NULL, test_fill);
  ADD ("random", &few, test_random);
  ADD ("random-many", &many, test_random);
  ADD ("many", NULL, test_many);
  ADD ("cancel", NULL, test_cancel);

  return g_test_run ();
}
