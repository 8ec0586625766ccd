/* Many marks are there at once for everybody, whether or not the table of states has followed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause.h"
#include "act-store-causes.h"
#include "act-store-outbox.h"
#include "act-store-port.h"
#include "act-store-related.h"
#include "store-check.h"
#include "store-fixture.h"

#define N_EVENTS 700
#define N_MARKED 600

typedef struct
{
  ActStore *store;
  GString  *text;
  GArray   *rows; /* all of the store */
} Reading;

static void
add_rows (Reading *self, const char *what, GArray *rows)
{
  g_string_append_printf (self->text, "\n%s, %u:", what, rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (self->text, " %" G_GINT64_FORMAT, g_array_index (rows, gint64, i));
}

static void
read_queries (Reading *self)
{
  static const char *const searches[] = { "", "is:open", "is:waiting", "is:actioned", "-is:waiting", "broke", "id:e" };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      for (ActSortColumn sort = ACT_SORT_DATE; sort <= ACT_SORT_ACCOUNT; sort++)
        {
          g_autoptr (ActQuery) asked = act_query_new ();
          g_autoptr (GArray) rows = NULL;

          asked->include_actioned = i % 2 == 1;
          asked->sort = sort;
          asked->search = act_search_parse (searches[i]);
          rows = query (self->store, asked);
          add_rows (self, searches[i], rows);
        }
    }
}

static void
read_records (Reading *self)
{
  g_autoptr (GPtrArray) records = load (self->store, self->rows);

  for (guint i = 0; i < records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (self->text, "\n%s %d %" G_GINT64_FORMAT, record->event->id, record->status, record->marked_at);
    }
}

static void
read_counts (Reading *self)
{
  g_autoptr (ActCounts) counts = count (self->store);

  g_string_append_printf (self->text, "\n%u %u %u", counts->held, counts->waiting, act_counts_get_open (counts));
  for (guint i = 0; i < ACT_N_EVENT_KINDS; i++)
    g_string_append_printf (self->text, " %u/%u", counts->open_by_kind[i], counts->all_by_kind[i]);
}

static void
read_summary (Reading *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActSelectionSummary) summary = NULL;

  act_store_summarise_async (self->store, (const gint64 *) (gpointer) self->rows->data, self->rows->len, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  summary = act_store_summarise_finish (self->store, result, &error);
  g_assert_no_error (error);
  add_rows (self, "summary", summary->row_ids);
}

static void
read_causes (Reading *self, gboolean include_actioned, const char *search)
{
  g_autoptr (ActQuery) asked = act_query_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) causes = NULL;
  guint n = 0;

  asked->include_actioned = include_actioned;
  asked->search = act_search_parse (search);
  act_store_list_causes_async (self->store, asked, ACT_CAUSE_ORDER_COUNT, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  causes = act_store_list_causes_finish (self->store, result, &n, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < causes->len; i++)
    {
      const ActCause *cause = g_ptr_array_index (causes, i);

      g_string_append_printf (self->text, "\ncause %u: %u, %u open", n, cause->count, cause->open);
    }
}

static void
read_counts_of_causes (Reading *self)
{
  g_autoptr (GAsyncResult) of_all = NULL;
  g_autoptr (GAsyncResult) of_one = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = NULL;
  gint64 cause = 0;
  guint  n_others = 0;
  guint  n_open = 0;

  act_store_count_causes_async (self->store, (const gint64 *) (gpointer) self->rows->data, self->rows->len, NULL, keep_result_cb, &of_all);
  wait_for_result (&of_all);
  counts = act_store_count_causes_finish (self->store, of_all, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    n_open += g_array_index (counts, ActCauseCount, i).count;
  act_store_count_cause_async (self->store, g_array_index (self->rows, gint64, 3), NULL, keep_result_cb, &of_one);
  wait_for_result (&of_one);
  g_assert_true (act_store_count_cause_finish (self->store, of_one, &cause, &n_others, &error));
  g_assert_no_error (error);
  g_string_append_printf (self->text, "\n%u %u", n_open, n_others);
}

static void
read_related (Reading *self, const char *entity_id)
{
  g_autoptr (ActRelation) relation = act_relation_new (ACT_QUERY_ALL_KINDS);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;

  relation->entity_id = g_strdup (entity_id);
  relation->row_id = g_array_index (self->rows, gint64, 0);
  act_store_list_related_async (self->store, relation, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  rows = act_store_list_related_finish (self->store, result, &error);
  g_assert_no_error (error);
  add_rows (self, "related", rows);
}

static void
read_unlisted (Reading *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *text = NULL;

  act_store_list_unlisted_async (self->store, 4711, G_MAXINT64, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  ids = act_store_list_unlisted_finish (self->store, result, &error);
  g_assert_no_error (error);
  text = g_strjoinv (" ", ids);
  g_string_append_printf (self->text, "\nunlisted: %s", text);
}

static gboolean
begin_visit (const gint64 *counts, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
visit_row (const ActPortRow *row, gpointer data, GError **error)
{
  Reading *self = data;

  if (row->type == ACT_PORT_EVENT)
    g_string_append_printf (self->text, "\n%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, row->texts[ACT_PORT_EVENT_ID],
                            row->numbers[ACT_PORT_EVENT_STATUS], row->numbers[ACT_PORT_EVENT_MARKED_AT]);

  return TRUE;
}

static void
read_export (Reading *self)
{
  static const ActPortVisitor visitor = { begin_visit, visit_row };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_visit_async (self->store, &visitor, self, NULL, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_visit_finish (self->store, result, &error));
  g_assert_no_error (error);
}

/* All that a front end, the engine and an export are told of where events stand. */
static char *
read_all (ActStore *store)
{
  g_autoptr (ActQuery) all = act_query_new ();
  g_autoptr (GArray) rows = NULL;
  Reading reading = { store, g_string_new (NULL), NULL };

  all->include_actioned = TRUE;
  rows = query (store, all);
  reading.rows = rows;
  read_queries (&reading);
  read_records (&reading);
  read_counts (&reading);
  read_summary (&reading);
  read_causes (&reading, FALSE, "");
  read_causes (&reading, TRUE, "");
  read_causes (&reading, TRUE, "id:e");
  read_counts_of_causes (&reading);
  read_related (&reading, NULL);
  read_related (&reading, "entity");
  read_unlisted (&reading);
  read_export (&reading);

  return g_string_free (reading.text, FALSE);
}

static gint64
count_due (ActStoreDatabase *database)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_assert_true (act_store_database_read_int (database, "SELECT count(*) FROM mark_due", &n, &error));
  g_assert_no_error (error);

  return n;
}

/* Three kinds of standing: new, of which every third is about one entity, refused, and actioned. */
static void
fill (Fixture *self)
{
  ActEventPage *page = make_page (NULL, NULL);
  g_autoptr (GPtrArray) entries = NULL;

  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      ActEvent        *event = make_event (id, FIXTURE_MINUTE (i));

      event->destination = g_strdup ("Chargebee");
      event->configuration_id = g_strdup_printf ("c%u", i % 2);
      event->account_id = g_strdup_printf ("a%u", i % 5);
      if (i % 3 == 0)
        event->entity_id = g_strdup ("entity");
      if (i % 50 == 49)
        event->actioned_time = FIXTURE_MINUTE (N_EVENTS);
      g_ptr_array_add (page->events, event);
    }
  merge_page (self->store, page, 0);

  mark (self->store, "e1", 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  settle (self->store, ((ActOutboxEntry *) g_ptr_array_index (entries, 0))->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "No");
}

/* Marks the way another process does that dies before it lets the table of states follow. */
static void
mark_and_die (Fixture *self, ActStoreDatabase *database, gint64 hold_until)
{
  g_autoptr (GArray) rows = query_all (self->store);
  g_autoptr (GError) error = NULL;
  gsize n = 0;

  g_array_set_size (rows, N_MARKED);
  g_assert_true (act_store_outbox_mark (database, rows, hold_until, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (count_due (database), ==, n);
}

static void
test_reading (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActStoreDatabase) database = store_check_open (self->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *unmarked = NULL;
  g_autofree char *due = NULL;
  g_autofree char *followed = NULL;

  fill (self);
  unmarked = read_all (self->store);
  mark_and_die (self, database, G_MAXINT64);
  store_check_tables (database);
  due = read_all (self->store);
  g_assert_cmpstr (due, !=, unmarked);

  g_assert_true (act_store_database_follow_marks (database, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_due (database), ==, 0);
  store_check_tables (database);
  followed = read_all (self->store);
  g_assert_cmpstr (due, ==, followed);
}

/* Whatever is written after it starts from what was marked. */
static void
test_restart (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActStoreDatabase) database = store_check_open (self->path);
  g_autoptr (GPtrArray) entries = NULL;

  fill (self);
  mark_and_die (self, database, 0);
  fixture_close (self);
  fixture_reopen (self);
  entries = claim (self->store, ACT_OUTBOX_READY, 1);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (count_due (database), ==, 0);
  store_check_tables (database);
  g_assert_cmpint (read_status (self->store, ((ActOutboxEntry *) g_ptr_array_index (entries, 0))->target), ==,
                   ACT_EVENT_STATUS_PENDING);
}

static void
test_taking_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActStoreDatabase) database = store_check_open (self->path);
  g_autoptr (ActCounts) before = NULL;
  g_autoptr (ActCounts) between = NULL;
  g_autoptr (ActCounts) after = NULL;
  g_autoptr (GArray) rows = NULL;

  fill (self);
  before = count (self->store);
  mark_and_die (self, database, G_MAXINT64);
  between = count (self->store);
  g_assert_cmpuint (act_counts_get_open (between), ==, act_counts_get_open (before) - between->held);

  rows = take_back_held (self->store);
  g_assert_cmpuint (rows->len, ==, between->held);
  after = count (self->store);
  g_assert_cmpuint (act_counts_get_open (after), ==, act_counts_get_open (before));
  g_assert_cmpint (count_due (database), ==, 0);
  store_check_tables (database);
}

/* A store does by itself what a mark has left. */
static void
test_following (Fixture *self, gconstpointer unused)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (ActStoreDatabase) database = NULL;

  fill (self);
  rows = query_all (self->store);
  g_assert_cmpuint (mark_rows (self->store, rows, 0), >, N_MARKED);
  fixture_close (self);
  database = store_check_open (self->path);
  g_assert_cmpint (count_due (database), ==, 0);
  store_check_tables (database);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/marks-due/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("reading", test_reading);
  ADD ("restart", test_restart);
  ADD ("taking-back", test_taking_back);
  ADD ("following", test_following);
#undef ADD

  return g_test_run ();
}
