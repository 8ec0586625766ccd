/* The index against the plain filter: any query gives the same events, whatever came before it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "act-event-kind.h"
#include "act-store-database.h"
#include "act-store-profile.h"
#include "act-store-searching.h"

#define N_EVENTS          250
#define N_QUERIES         120
#define PICK(rand, array) ((array)[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (array))])

static const char *const words[] = {
  "Chargebee",
  "did",
  "not",
  "accept",
  "the",
  "invoice",
  "INV-00471",
  "INV00471",
  "INV-00472",
  "NetSuite",
  "netsuite",
  "HTTPServer",
  "camelCase2Name",
  "abc2Def",
  "def",
  "Zürich",
  "zurich",
  "東京都港区",
  "東京",
  "港",
  "第5回",
  "Ünïcödé",
  "4711",
  "47110",
  "1,204.50",
  "204.50",
  "EUR",
  "e-mail",
  "don't",
  "\"quoted name\"",
  "for",
  "foreign",
  "in",
  "inv",
  "Invoice",
  "a",
  "api_authentication_failed",
  "503",
  "Service",
  "Überweisung",
  "한국어",
  "한국",
  "ﬁnal",
  "x²",
  "0",
};

static const char *const names[] = {
  "integration.validation.error",
  "integration.perform.error",
  "integration.missingaccountmapping.error",
  "integration.brandNew.error",
  "other.event7",
};

static const char *const destinations[] = { "Chargebee", "NetSuite", "Salesforce 2", "東京ERP", NULL };
static const char *const configurations[] = { "c0ffee-01", "c0ffee-02", "Conf-03", NULL };
static const char *const accounts[] = { "acc-1", "acc-2", "ACC-3", "4711-acc", NULL };
static const char *const entities[] = { "Bill", "Account", "usageEvent", NULL };
static const char *const runs[] = { "run-1", "RUN-1", "rUn-2", NULL };
static const char *const credentials[] = { "cred-1", "Cred-2", NULL };

static char *
make_text (GRand *rand, guint most)
{
  GString *text = g_string_new (NULL);
  guint    n = (guint) g_rand_int_range (rand, 1, (int) most);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? (g_rand_int_range (rand, 0, 5) > 0 ? " " : ", ") : "", PICK (rand, words));

  return g_string_free (text, FALSE);
}

static char *
make_id (GRand *rand)
{
  static const char letters[] = "abcDEF0123456789";
  GString          *id = g_string_new (NULL);

  for (guint i = 0; i < 8; i++)
    g_string_append_c (id, letters[g_rand_int_range (rand, 0, (int) strlen (letters))]);

  return g_string_free (id, FALSE);
}

/* Some share a moment, and some have none that can be read. */
static gint64
make_time (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      return ACT_TIME_UNKNOWN;
    case 1:
      return g_rand_boolean (rand) ? -5 : G_GINT64_CONSTANT (253402300799000);
    case 2:
    case 3:
      return FIXTURE_TIME;
    default:
      return FIXTURE_TIME - G_GINT64_CONSTANT (3600000) * g_rand_int_range (rand, 0, 2000);
    }
}

static void
fill_event (GRand *rand, ActEvent *event)
{
  g_free (event->name);
  event->name = g_strdup (PICK (rand, names));
  g_free (event->message);
  event->message = g_rand_int_range (rand, 0, 15) > 0 ? make_text (rand, 9) : NULL;
  event->destination = g_strdup (PICK (rand, destinations));
  event->destination_id = g_rand_boolean (rand) ? g_strdup ("Dest-77") : NULL;
  event->configuration_id = g_strdup (PICK (rand, configurations));
  event->account_id = g_strdup (PICK (rand, accounts));
  event->credentials_id = g_strdup (PICK (rand, credentials));
  event->entity_type = g_strdup (PICK (rand, entities));
  event->entity_id = g_rand_boolean (rand) ? make_id (rand) : NULL;
  event->run_id = g_strdup (PICK (rand, runs));
  event->payload = g_strdup_printf ("{\"message\":\"%s\",\"n\":%d}", PICK (rand, words), g_rand_int_range (rand, 0, 30));
  if (g_rand_int_range (rand, 0, 3) == 0)
    event->actioned_time = FIXTURE_TIME + 1;
}

static void
merge_random (Fixture *self, GRand *rand, GPtrArray *ids, guint n)
{
  ActEventPage *page = make_page (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      gboolean         known = ids->len > 0 && g_rand_int_range (rand, 0, 4) == 0;
      g_autofree char *id = known ? g_strdup (g_ptr_array_index (ids, g_rand_int_range (rand, 0, (int) ids->len))) : make_id (rand);
      ActEvent        *event = make_event (id, make_time (rand));

      fill_event (rand, event);
      g_ptr_array_add (page->events, event);
      if (!known)
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }

  merge_page (self->store, page, 0);
}

static void
put_name (Fixture *self, ActNameKind kind, const char *id, const char *name)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (all, act_name_new (id, name));
  act_store_put_names_async (self->store, kind, all, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_put_names_finish (self->store, result, &error));
  g_assert_no_error (error);
}

static void
put_random_name (Fixture *self, GRand *rand)
{
  g_autofree char *name = g_rand_int_range (rand, 0, 6) > 0 ? make_text (rand, 4) : NULL;

  if (g_rand_boolean (rand))
    put_name (self, ACT_NAME_INTEGRATION, configurations[g_rand_int_range (rand, 0, 3)], name);
  else
    put_name (self, ACT_NAME_ACCOUNT, accounts[g_rand_int_range (rand, 0, 4)], name);
}

static void
mark_some (Fixture *self, GRand *rand, GArray *rows)
{
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (some, &g_array_index (rows, gint64, g_rand_int_range (rand, 0, (int) rows->len - 5)), 5);
  mark_rows (self->store, some, FIXTURE_TIME);
}

static void
delete_row (Fixture *self, gint64 row_id)
{
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("DELETE FROM event WHERE row_id = %" G_GINT64_FORMAT, row_id);

  act_store_database_open (database, self->path, ACT_STORE_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  act_store_database_transact (database, ACT_STORE_FETCHED, (ActStoreTransactionFunc) (gpointer) act_store_database_execute, sql, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load_with_payload (Fixture *self, GArray *row_ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = NULL;

  act_row_source_load_async (ACT_ROW_SOURCE (self->store), (const gint64 *) row_ids->data, row_ids->len, ACT_ROW_LOAD_PAYLOAD, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  records = act_row_source_load_finish (ACT_ROW_SOURCE (self->store), result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, row_ids->len);

  return records;
}

static GArray *
query_first (Fixture *self, const ActQuery *what, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  act_row_source_query_async (ACT_ROW_SOURCE (self->store), what, limit, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (self->store), result, &error);
  g_assert_no_error (error);

  return row_ids;
}

/* A word, or the beginning or the middle of one. */
static char *
make_piece (GRand *rand)
{
  const char      *word = PICK (rand, words);
  glong            length = g_utf8_strlen (word, -1);
  glong            start = g_rand_int_range (rand, 0, 6) == 0 ? g_rand_int_range (rand, 0, (int) length) : 0;
  glong            end = g_rand_boolean (rand) ? length : g_rand_int_range (rand, (int) start, (int) length + 1);
  g_autofree char *piece = g_utf8_substring (word, start, end);

  g_strdelimit (piece, "\"", ' ');

  return g_steal_pointer (&piece);
}

static char *
make_term (GRand *rand, GPtrArray *ids)
{
  static const char *const states[] = { "open", "actioned", "waiting", "refused", "elsewhere", "gone" };
  static const char *const dates[] = { "before:2026-03-04", "after:2026-02-10", "during:2026-01", "before:2025-12-24", "after:-7d", "during:2026-03-04" };
  static const char *const beginnings[] = { "dest", "dest-77", "c0ffee", "CONF", "acc-", "run-1", "cred", "4711", "rUN-" };
  const char              *id = g_ptr_array_index (ids, g_rand_int_range (rand, 0, (int) ids->len));
  g_autofree char         *piece = make_piece (rand);
  g_autofree char         *other = make_piece (rand);
  g_autofree char         *part = g_strndup (id, (gsize) g_rand_int_range (rand, 1, 9));

  switch (g_rand_int_range (rand, 0, 16))
    {
    case 0:
      return g_strdup_printf ("name:%s", g_rand_boolean (rand) ? "perform" : piece);
    case 1:
      return g_strdup_printf ("destination:\"%s\"", piece);
    case 2:
      return g_strdup_printf ("entity:%s", g_rand_boolean (rand) ? "us" : part);
    case 3:
      return g_strdup_printf ("id:%s", g_rand_boolean (rand) ? PICK (rand, beginnings) : part);
    case 4:
      return g_strdup_printf ("payload:\"%s\"", piece);
    case 5:
    case 13:
      return g_strdup_printf ("is:%s", PICK (rand, states));
    case 6:
      return g_strdup (PICK (rand, dates));
    case 7:
      return g_strdup (PICK (rand, beginnings));
    case 8:
      return g_steal_pointer (&part);
    case 9:
    case 10:
      return g_strdup_printf ("\"%s %s\"", piece, other);
    default:
      return g_strdup_printf ("\"%s\"", piece);
    }
}

static char *
make_search (GRand *rand, GPtrArray *ids)
{
  GString *text = g_string_new (NULL);
  guint    n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *term = make_term (rand, ids);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", g_rand_int_range (rand, 0, 5) == 0 ? "-" : "", term);
    }

  return g_string_free (text, FALSE);
}

static ActQuery *
make_query (GRand *rand, const char *text)
{
  ActQuery *made = act_query_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (ActSearch) parsed = act_search_parse (text);

  made->search = act_search_resolve (parsed, FIXTURE_TIME, utc);
  made->include_actioned = g_rand_boolean (rand);
  if (g_rand_int_range (rand, 0, 4) == 0)
    made->kinds = (guint) g_rand_int_range (rand, 1, ACT_QUERY_ALL_KINDS + 1);
  if (g_rand_int_range (rand, 0, 6) == 0)
    made->configuration_id = g_strdup (configurations[g_rand_int_range (rand, 0, 3)]);
  if (g_rand_int_range (rand, 0, 6) == 0)
    made->destinations = g_strsplit (g_rand_boolean (rand) ? "NetSuite" : "NetSuite|東京ERP|nowhere", "|", -1);
  if (g_rand_int_range (rand, 0, 6) == 0)
    made->after = FIXTURE_TIME - G_GINT64_CONSTANT (3600000) * g_rand_int_range (rand, 0, 2000);
  if (g_rand_int_range (rand, 0, 6) == 0)
    made->before = FIXTURE_TIME - G_GINT64_CONSTANT (3600000) * g_rand_int_range (rand, 0, 500);
  made->sort = (ActSortColumn) g_rand_int_range (rand, ACT_SORT_DATE, ACT_SORT_ACCOUNT + 1);
  made->descending = g_rand_boolean (rand);

  return made;
}

static gboolean
is_among (char **values, const char *value)
{
  return values == NULL || (value != NULL && g_strv_contains ((const char *const *) values, value));
}

static gboolean
is_found (const ActQuery *what, const ActEventRecord *record)
{
  gint64 time = act_event_record_get_time (record);

  return (what->include_actioned || act_search_names_state (what->search) || !act_event_status_is_actioned (record->status)) &&
         (what->kinds & (1u << record->kind)) &&
         (what->configuration_id == NULL || g_strcmp0 (what->configuration_id, record->event->configuration_id) == 0) &&
         is_among (what->destinations, record->event->destination) &&
         (what->after == ACT_TIME_UNKNOWN || time >= what->after) &&
         (what->before == ACT_TIME_UNKNOWN || time < what->before) && act_search_matches (what->search, record);
}

static char *
get_key (const ActQuery *what, const ActEventRecord *record)
{
  const char *text = NULL;

  switch (what->sort)
    {
    case ACT_SORT_NAME:
      text = record->event->name;
      break;
    case ACT_SORT_MESSAGE:
      text = record->event->message;
      break;
    case ACT_SORT_STATUS:
      return g_strdup_printf ("%02d", record->status);
    case ACT_SORT_INTEGRATION:
      text = record->integration_name != NULL ? record->integration_name : record->event->configuration_id;
      break;
    case ACT_SORT_ACCOUNT:
      text = record->account_name != NULL ? record->account_name : record->event->account_id;
      break;
    case ACT_SORT_DATE:
    default:
      return g_strdup_printf ("%020" G_GINT64_FORMAT, record->row_id);
    }

  return text != NULL ? g_ascii_strdown (text, -1) : NULL;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ActQuery       *what = user_data;
  const ActEventRecord *first = *(const ActEventRecord *const *) a;
  const ActEventRecord *second = *(const ActEventRecord *const *) b;
  g_autofree char      *first_key = get_key (what, first);
  g_autofree char      *second_key = get_key (what, second);
  int                   order = g_strcmp0 (first_key, second_key);

  if (order != 0)
    return what->descending ? -order : order;

  return (first->row_id < second->row_id) - (first->row_id > second->row_id);
}

static GPtrArray *
filter_plainly (GPtrArray *records, const ActQuery *what)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      if (is_found (what, g_ptr_array_index (records, i)))
        g_ptr_array_add (found, g_ptr_array_index (records, i));
    }
  g_ptr_array_sort_with_data (found, compare_records, (gpointer) what);

  return found;
}

static void
expect_rows (GArray *row_ids, GPtrArray *records, guint limit, const char *text)
{
  guint expected = limit > 0 ? MIN (limit, records->len) : records->len;

  if (row_ids->len != expected)
    g_error ("%s: %u rows, and %u by the plain filter", text, row_ids->len, expected);

  for (guint i = 0; i < expected; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);

      if (g_array_index (row_ids, gint64, i) != record->row_id)
        g_error ("%s: row %u is another than the plain filter's %s", text, i, record->event->message);
    }
}

static void
expect_facets (Fixture *self, GPtrArray *records, const ActQuery *what, const char *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ActFacets) facets = NULL;
  g_autoptr (ActQuery) of_destinations = act_query_copy (what);
  g_autoptr (ActQuery) of_kinds = act_query_copy (what);
  g_autoptr (GPtrArray) all = filter_plainly (records, what);
  g_autoptr (GPtrArray) by_kind = NULL;
  g_autoptr (GPtrArray) by_destination = NULL;
  guint n_with_destination = 0;
  guint n_listed = 0;
  guint n_other = 0;

  of_kinds->kinds = ACT_QUERY_ALL_KINDS;
  g_clear_pointer (&of_destinations->destinations, g_strfreev);
  by_kind = filter_plainly (records, of_kinds);
  by_destination = filter_plainly (records, of_destinations);

  act_store_list_facets_async (self->store, what, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  facets = act_store_list_facets_finish (self->store, result, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (facets->total, ==, all->len);
  for (guint kind = 0; kind < ACT_N_EVENT_KINDS; kind++)
    {
      guint n = 0;

      for (guint i = 0; i < by_kind->len; i++)
        n += ((ActEventRecord *) g_ptr_array_index (by_kind, i))->kind == kind;
      if (facets->by_kind[kind] != n)
        g_error ("%s: %u of kind %u, and %u by the plain filter", text, facets->by_kind[kind], kind, n);
    }

  for (guint i = 0; i < by_destination->len; i++)
    n_with_destination += ((ActEventRecord *) g_ptr_array_index (by_destination, i))->event->destination != NULL;
  for (guint i = 0; i < facets->destinations->len; i++)
    n_listed += ((ActFacet *) g_ptr_array_index (facets->destinations, i))->count;
  for (guint i = 0; i < facets->names->len; i++)
    n_other += ((ActFacet *) g_ptr_array_index (facets->names, i))->count;
  g_assert_cmpuint (n_listed, ==, n_with_destination);
  g_assert_cmpuint (n_other, ==, facets->by_kind[ACT_EVENT_KIND_OTHER]);
}

static void
compare_random (Fixture *self, GRand *rand, GPtrArray *ids, guint n_queries)
{
  g_autoptr (GArray) all = query_all (self->store);
  g_autoptr (GPtrArray) records = load_with_payload (self, all);

  for (guint i = 0; i < n_queries; i++)
    {
      g_autofree char *text = make_search (rand, ids);
      g_autoptr (ActQuery) what = make_query (rand, text);
      g_autoptr (GPtrArray) expected = filter_plainly (records, what);
      g_autoptr (GArray) found = query_first (self, what, 0);
      g_autoptr (GArray) first = query_first (self, what, 7);

      expect_rows (found, expected, 0, text);
      expect_rows (first, expected, 7, text);
      if (i % 4 == 0)
        expect_facets (self, records, what, text);
    }
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  merge_random (self, rand, ids, N_EVENTS);
  for (guint i = 0; i < 4; i++)
    put_random_name (self, rand);
  compare_random (self, rand, ids, N_QUERIES);
}

/* The index stays right while events change, move, go and come, are marked, and names become known. */
static void
test_random_changes (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  merge_random (self, rand, ids, N_EVENTS / 2);
  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GArray) rows = NULL;

      merge_random (self, rand, ids, 40);
      put_random_name (self, rand);
      rows = query_all (self->store);
      mark_some (self, rand, rows);
      for (guint i = 0; i < 5; i++)
        delete_row (self, g_array_index (rows, gint64, g_rand_int_range (rand, 0, (int) rows->len)));
      if (round == 3)
        fixture_reopen (self);
      compare_random (self, rand, ids, N_QUERIES / 6);
    }
}

static ActQuery *
make_word_query (const char *text)
{
  ActQuery *made = act_query_new ();

  made->include_actioned = TRUE;
  made->search = act_search_parse (text);

  return made;
}

/* Whoever types on does not wait for what was typed before. */
static void
test_cancel (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ActQuery) slow = make_word_query ("payload:nothing-has-this");
  g_autoptr (ActQuery) quick = make_word_query ("id:a");
  g_autoptr (GArray) found = NULL;

  merge_random (self, rand, ids, N_EVENTS);
  for (guint limit = 0; limit < 2; limit++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      act_row_source_query_async (ACT_ROW_SOURCE (self->store), slow, limit, cancellable, keep_result_cb, &result);
      g_cancellable_cancel (cancellable);
      wait_for_result (&result);
      g_assert_null (act_row_source_query_finish (ACT_ROW_SOURCE (self->store), result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }

  found = query (self->store, quick);
  g_assert_cmpuint (found->len, >, 0);
}

static gboolean
delete_all (ActStoreDatabase *database, gpointer data, GError **error)
{
  return act_store_database_execute (database, "DELETE FROM event", error) && act_store_profile_remove_unused (database, error);
}

/* Nothing of deleted events can be read in the index. */
static void
test_unused (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  merge_random (self, rand, ids, 50);
  act_store_database_open (database, self->path, ACT_STORE_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  act_store_database_transact (database, ACT_STORE_FETCHED, delete_all, NULL, &error);
  g_assert_no_error (error);
  act_store_database_read_int (database, "SELECT (SELECT count(*) FROM profile) + (SELECT count(*) FROM profile_words)", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);

  /* The store's own connection remembers profiles that are gone now. */
  merge_random (self, rand, ids, 50);
  compare_random (self, rand, ids, 20);
}

/* The index is made anew for what an older version left, and is the same. */
static void
test_fill (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ActStoreDatabase) database = act_store_database_new ();
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  merge_random (self, rand, ids, N_EVENTS);
  put_random_name (self, rand);
  set_value (self->store, "fill-search", NULL);
  fixture_close (self);
  act_store_database_open (database, self->path, ACT_STORE_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  act_store_database_execute (database, "UPDATE state SET profile = NULL WHERE row_id % 2", &error);
  g_assert_no_error (error);
  act_store_database_close (database);

  fixture_reopen (self);
  compare_random (self, rand, ids, 40);
  act_store_database_open (database, self->path, ACT_STORE_ACCESS_QUERY, &error);
  g_assert_no_error (error);
  act_store_database_read_int (database, "SELECT count(*) FROM state WHERE profile IS NULL", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, seed, func) \
  g_test_add ("/store/search/" name, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, func, fixture_tear_down)
  ADD ("random/1", 1, test_random);
  ADD ("random/2", 2, test_random);
  ADD ("random/3", 3, test_random);
  ADD ("random/4", 4, test_random);
  ADD ("changes/5", 5, test_random_changes);
  ADD ("changes/6", 6, test_random_changes);
  ADD ("changes/7", 7, test_random_changes);
  ADD ("cancel", 0, test_cancel);
  ADD ("unused", 0, test_unused);
  ADD ("fill", 0, test_fill);
#undef ADD

  return g_test_run ();
}
