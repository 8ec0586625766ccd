/* Whatever was done in whatever order, what is derived from rows is what it would be if made anew
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-signature.h"
#include "act-cause.h"
#include "act-store-activity.h"
#include "act-store-causes.h"
#include "act-store-imported.h"
#include "act-store-port.h"
#include "act-store-pruning.h"
#include "act-time.h"
#include "store-check.h"
#include "store-fixture.h"

#define N_IDS             120
#define N_STEPS           60
#define N_CHECK           12
#define REFUSED           "refused"
#define PICK(rand, array) ((array)[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (array))])

static const char *const faults[] = {
  "HTTP 503 for bill %d",
  "No customer \"name %d\"",
  "INV-%d was not accepted",
  "第%d回 東京都",
  "Nothing to count",
};
static const char *const destinations[] = { "Chargebee", "NetSuite", NULL };
static const char *const configurations[] = { "c1", "c2", NULL };
static const char *const accounts[] = { "a1", "a2", "a3", NULL };
static const char *const names[] = { "integration.perform.error", "integration.validation.error", "other.error" };
static const char *const called[] = { "Acme 7", "Zürich 12", "Invoices", "" };

/* Two handles to one store, as two processes have, and what the server said last. */
typedef struct
{
  Fixture    *fixture;
  ActStore   *stores[2];
  GRand      *rand;
  GHashTable *payloads; /* event id to the payload that was told last */
} Random;

static ActStore *
get_store (Random *self)
{
  return self->stores[g_rand_int_range (self->rand, 0, 2)];
}

static ActEvent *
make_random_event (Random *self)
{
  GRand           *rand = self->rand;
  g_autofree char *id = g_strdup_printf ("e%d", g_rand_int_range (rand, 0, N_IDS));
  const char      *fault = PICK (rand, faults);
  int              number = g_rand_int_range (rand, 0, 40);
  ActEvent        *event = make_event (id, FIXTURE_MINUTE (g_rand_int_range (rand, 0, 300)));
  g_auto (GStrv) parts = g_strsplit (fault, "%d", -1);
  g_autofree char *digits = g_strdup_printf ("%d", number);

  if (g_rand_int_range (rand, 0, 10) == 0)
    event->time = ACT_TIME_UNKNOWN;
  g_free (event->name);
  event->name = g_strdup (PICK (rand, names));
  g_free (event->message);
  event->message = g_rand_int_range (rand, 0, 12) > 0 ? g_strjoinv (digits, parts) : NULL;
  event->destination = g_strdup (PICK (rand, destinations));
  event->configuration_id = g_strdup (PICK (rand, configurations));
  event->account_id = g_strdup (PICK (rand, accounts));
  event->entity_id = g_rand_boolean (rand) ? g_strdup_printf ("%08x-1111-2222-3333-0123456789ab", number) : NULL;
  event->payload = g_rand_int_range (rand, 0, 4) > 0 ? g_strdup_printf ("{\"id\":\"%s\",\"n\":%d,\"entity\":\"%s\"}", id, number, event->entity_id) : NULL;
  if (g_rand_int_range (rand, 0, 3) == 0)
    event->actioned_time = FIXTURE_MINUTE (301);

  return event;
}

static void
merge (Random *self)
{
  ActEventPage *page = make_page (NULL, NULL);
  guint         n = (guint) g_rand_int_range (self->rand, 1, 30);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (page->events, make_random_event (self));

  /* Events are merged by their time, those of one time in the order in which they were told, so an
   * event is told once. */
  for (guint i = page->events->len; i-- > 0;)
    {
      const ActEvent *event = g_ptr_array_index (page->events, i);

      for (guint j = 0; j < i; j++)
        {
          if (g_strcmp0 (((ActEvent *) g_ptr_array_index (page->events, j))->id, event->id) == 0)
            {
              act_event_free (g_ptr_array_steal_index (page->events, i));
              event = NULL;
              break;
            }
        }
      if (event != NULL && event->payload != NULL)
        g_hash_table_insert (self->payloads, g_strdup (event->id), g_strdup (event->payload));
    }

  merge_page (get_store (self), page, 0);
}

/* What was begun and called off leaves nothing, neither on the disk nor in memory. */
static void
merge_and_cancel (Random *self)
{
  ActStore     *store = get_store (self);
  ActEventPage *page = make_page (NULL, NULL);
  ActEvent     *event = make_random_event (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_free (event->message);
  event->message = g_strdup_printf ("Never seen %d", g_rand_int_range (self->rand, 0, 1000));
  event->configuration_id = (g_free (event->configuration_id), g_strdup_printf ("never-%d", g_rand_int_range (self->rand, 0, 3)));
  g_ptr_array_add (page->events, event);
  for (guint i = 0; i < 60; i++)
    {
      ActEvent *other = make_random_event (self);

      g_clear_pointer (&other->payload, g_free);
      g_ptr_array_add (page->events, other);
    }
  g_clear_pointer (&event->payload, g_free);
  act_store_merge_page_async (store, page, 0, merge_simply, cancellable, keep_result_cb, &result);
  if (g_rand_boolean (self->rand))
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  wait_for_result (&result);
  act_store_merge_page_finish (store, result, NULL, NULL);
}

static ActEvent *
make_new_event (guint number)
{
  g_autofree char *id = g_strdup_printf ("new-%x", number);
  ActEvent        *event = make_event (id, FIXTURE_MINUTE (310));

  g_free (event->message);
  event->message = g_strdup_printf ("Never %c%c%c", 'a' + number % 26, 'a' + number / 26 % 26, 'a' + number / 676 % 26);
  event->destination = g_strdup_printf ("Destination %u", number);
  event->configuration_id = g_strdup_printf ("configuration-%u", number);
  event->account_id = g_strdup_printf ("account-%u", number);

  return event;
}

/* What is rolled back after it was looked up is looked up again. */
static void
merge_and_fail (Random *self)
{
  ActStore *store = get_store (self);
  guint     number = g_rand_int (self->rand) % 17576;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_merge_page_async (store, make_page (make_new_event (number), make_event (REFUSED, FIXTURE_MINUTE (311)), NULL), 0,
                              merge_simply, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (act_store_merge_page_finish (store, result, NULL, &error));
  g_assert_cmpint (error->domain, ==, ACT_STORE_ERROR);
  merge_page (store, make_page (make_new_event (number), NULL), 0);
}

static void
name (Random *self)
{
  ActStore *store = get_store (self);
  gboolean  integration = g_rand_boolean (self->rand);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (all, act_name_new (integration ? configurations[g_rand_int_range (self->rand, 0, 2)] : accounts[g_rand_int_range (self->rand, 0, 3)],
                                      PICK (self->rand, called)));
  act_store_put_names_async (store, integration ? ACT_NAME_INTEGRATION : ACT_NAME_ACCOUNT, all, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_put_names_finish (store, result, &error));
  g_assert_no_error (error);
}

static GArray *
pick_rows (Random *self)
{
  g_autoptr (GArray) all = query_all (self->stores[0]);
  GArray *some = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < all->len; i++)
    {
      if (g_rand_int_range (self->rand, 0, 8) == 0)
        g_array_append_val (some, g_array_index (all, gint64, i));
    }

  return some;
}

/* Each several times, so that there are so many that the table of states follows afterwards. */
static void
repeat_rows (GArray *rows)
{
  guint n = rows->len;

  for (guint i = 0; n > 0 && rows->len < 500; i++)
    {
      /* Growing may move what is copied. */
      gint64 row = g_array_index (rows, gint64, i % n);

      g_array_append_val (rows, row);
    }
}

static void
mark_some (Random *self)
{
  g_autoptr (GArray) rows = pick_rows (self);

  if (g_rand_boolean (self->rand))
    repeat_rows (rows);
  mark_rows (get_store (self), rows, g_rand_boolean (self->rand) ? 0 : G_MAXINT64);
}

static void
take_some_back (Random *self)
{
  ActStore *store = get_store (self);
  g_autoptr (GArray) rows = pick_rows (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) open = NULL;

  act_store_take_back_async (store, (const gint64 *) (gpointer) rows->data, rows->len, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  open = act_store_take_back_finish (store, result, &error);
  g_assert_no_error (error);
}

static void
send_some (Random *self)
{
  static const ActOutboxState ends[] = { ACT_OUTBOX_DONE, ACT_OUTBOX_REFUSED, ACT_OUTBOX_UNSUPPORTED };
  ActStore                   *store = get_store (self);
  g_autoptr (GPtrArray) entries = NULL;

  if (g_rand_boolean (self->rand))
    release_held (store);
  if (g_rand_boolean (self->rand))
    retry (store, ACT_OUTBOX_REFUSED);
  entries = claim (store, ACT_OUTBOX_READY, 5);
  for (guint i = 0; i < entries->len; i++)
    {
      const ActOutboxEntry *entry = g_ptr_array_index (entries, i);
      ActOutboxState        end = PICK (self->rand, ends);

      if (end == ACT_OUTBOX_DONE)
        settle (store, entry->id, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN, NULL);
      settle (store, entry->id, end, end == ACT_OUTBOX_DONE ? FIXTURE_MINUTE (302) : ACT_TIME_UNKNOWN, end == ACT_OUTBOX_REFUSED ? "because" : NULL);
    }
}

static void
lose_some (Random *self)
{
  g_autofree char *id = g_strdup_printf ("e%d", g_rand_int_range (self->rand, 0, N_IDS));

  set_gone (get_store (self), id);
}

static GPtrArray *
load_all (Random *self)
{
  g_autoptr (GArray) rows = query_all (self->stores[0]);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = NULL;

  act_row_source_load_async (ACT_ROW_SOURCE (self->stores[0]), (const gint64 *) (gpointer) rows->data, rows->len, ACT_ROW_LOAD_PAYLOAD, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  records = act_row_source_load_finish (ACT_ROW_SOURCE (self->stores[0]), result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, rows->len);

  return records;
}

/* What was deleted comes back without its payload. */
static void
forget_deleted (Random *self)
{
  g_autoptr (GPtrArray) records = load_all (self);
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer       id = NULL;

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (here, ((ActEventRecord *) g_ptr_array_index (records, i))->event->id);

  g_hash_table_iter_init (&iter, self->payloads);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!g_hash_table_contains (here, id))
        g_hash_table_iter_remove (&iter);
    }
}

static void
prune (Random *self)
{
  ActStore  *store = get_store (self);
  ActPruning pruning = { .older_than = FIXTURE_MINUTE (g_rand_int_range (self->rand, 0, 80)) };

  while (!pruning.done)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      act_store_prune_async (store, &pruning, NULL, keep_result_cb, &result);
      wait_for_result (&result);
      g_assert_true (act_store_prune_finish (store, result, &pruning, &error));
      g_assert_no_error (error);
    }

  forget_deleted (self);
}

static ActPortRow *
make_port_row (Random *self)
{
  static const ActEventStatus statuses[] = { ACT_EVENT_STATUS_OPEN, ACT_EVENT_STATUS_PENDING, ACT_EVENT_STATUS_ACTIONED, ACT_EVENT_STATUS_ELSEWHERE, ACT_EVENT_STATUS_OPEN_GONE };
  g_autoptr (ActEvent) event = make_random_event (self);
  ActPortRow *row = act_port_row_new (ACT_PORT_EVENT);

  act_port_row_set_text (row, ACT_PORT_EVENT_ID, event->id);
  act_port_row_set_text (row, ACT_PORT_EVENT_NAME, event->name);
  if (event->time != ACT_TIME_UNKNOWN)
    act_port_row_set_number (row, ACT_PORT_EVENT_TIME, event->time);
  if (event->message != NULL)
    act_port_row_set_text (row, ACT_PORT_EVENT_MESSAGE, event->message);
  if (event->configuration_id != NULL)
    act_port_row_set_text (row, ACT_PORT_EVENT_CONFIGURATION_ID, event->configuration_id);
  act_port_row_set_number (row, ACT_PORT_EVENT_STATUS, PICK (self->rand, statuses));
  act_port_row_set_number (row, ACT_PORT_EVENT_FIRST_SEEN, FIXTURE_MINUTE (1));
  g_assert_true (act_port_row_is_valid (row));

  return row;
}

static void
import (Random *self)
{
  ActStore     *store = get_store (self);
  GPtrArray    *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) act_port_row_free);
  ActPortCounts counts = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 15; i++)
    g_ptr_array_add (rows, make_port_row (self));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *target = g_strdup_printf ("e%d", g_rand_int_range (self->rand, 0, N_IDS));
      ActPortRow      *change = act_port_row_new (ACT_PORT_CHANGE);

      act_port_row_set_number (change, ACT_PORT_CHANGE_ACTION, ACT_OUTBOX_MARK_ACTIONED);
      act_port_row_set_text (change, ACT_PORT_CHANGE_TARGET, target);
      act_port_row_set_number (change, ACT_PORT_CHANGE_CREATED, FIXTURE_MINUTE (2));
      g_ptr_array_add (rows, change);
    }
  act_store_import_async (store, rows, FALSE, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_import_finish (store, result, &counts, &error));
  g_assert_no_error (error);
}

static void
send_imported (Random *self)
{
  ActStore *store = get_store (self);
  guint     n = 0;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  act_store_send_imported_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_send_imported_finish (store, result, &n, &error));
  g_assert_no_error (error);
}

static void
check_counts (Random *self, GPtrArray *records)
{
  for (guint store = 0; store < 2; store++)
    {
      g_autoptr (ActCounts) counts = count (self->stores[store]);
      guint open[ACT_N_EVENT_KINDS] = { 0 };
      guint all[ACT_N_EVENT_KINDS] = { 0 };

      for (guint i = 0; i < records->len; i++)
        {
          const ActEventRecord *record = g_ptr_array_index (records, i);

          all[record->kind]++;
          open[record->kind] += !act_event_status_is_actioned (record->status);
        }
      g_assert_cmpmem (counts->open_by_kind, sizeof open, open, sizeof open);
      g_assert_cmpmem (counts->all_by_kind, sizeof all, all, sizeof all);
    }
}

typedef struct
{
  guint  count;
  guint  open;
  gint64 newest;
} Group;

static void
check_causes (Random *self, GPtrArray *records)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) by_newest = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (ActQuery) all = act_query_new ();
  g_autoptr (GPtrArray) causes = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint          n_causes = 0;
  GHashTableIter iter;
  gpointer       value = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);
      g_autofree char      *signature = act_cause_signature_make (record->event);
      Group                *group = g_hash_table_lookup (groups, signature);

      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          g_hash_table_insert (groups, g_steal_pointer (&signature), group);
        }
      group->count++;
      group->open += !act_event_status_is_actioned (record->status);
      group->newest = MAX (group->newest, record->row_id);
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_insert (by_newest, &((Group *) value)->newest, value);

  all->include_actioned = TRUE;
  act_store_list_causes_async (self->stores[0], all, ACT_CAUSE_ORDER_COUNT, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  causes = act_store_list_causes_finish (self->stores[0], result, &n_causes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_causes, ==, g_hash_table_size (groups));
  for (guint i = 0; i < causes->len; i++)
    {
      const ActCause *cause = g_ptr_array_index (causes, i);
      const Group    *group = g_hash_table_lookup (by_newest, &cause->newest);

      g_assert_nonnull (group);
      g_assert_cmpuint (cause->count, ==, group->count);
      g_assert_cmpuint (cause->open, ==, group->open);
    }
}

static void
check_activities (Random *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) activities = NULL;

  act_store_list_activities_async (self->stores[0], NULL, 0, G_MAXINT64, 1000, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  activities = act_store_list_activities_finish (self->stores[0], result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < activities->len; i++)
    {
      const ActActivity *activity = g_ptr_array_index (activities, i);
      g_autoptr (GAsyncResult) items_result = NULL;
      g_autoptr (GPtrArray) items = NULL;
      guint n_results = 0;

      for (guint j = 0; j < ACT_N_ACTIVITY_RESULTS; j++)
        n_results += activity->results[j];
      g_assert_cmpuint (n_results, ==, activity->count);

      act_store_list_activity_items_async (self->stores[0], activity->number, 0, 1000, NULL, keep_result_cb, &items_result);
      wait_for_result (&items_result);
      items = act_store_list_activity_items_finish (self->stores[0], items_result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (items->len, ==, activity->count);
    }
}

static void
check_payloads (Random *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ActEvent *event = ((ActEventRecord *) g_ptr_array_index (records, i))->event;

      g_assert_cmpstr (event->payload, ==, g_hash_table_lookup (self->payloads, event->id));
    }
}

static void
check (Random *self)
{
  g_autoptr (GPtrArray) records = load_all (self);
  g_autoptr (ActStoreDatabase) database = store_check_open (self->fixture->path);

  store_check_tables (database);
  check_counts (self, records);
  check_causes (self, records);
  check_activities (self);
  check_payloads (self, records);
}

static void
open_both (Random *self)
{
  self->stores[0] = open_store (self->fixture->path);
  self->stores[1] = open_store (self->fixture->path);
}

static void
close_both (Random *self)
{
  close_store (g_steal_pointer (&self->stores[1]));
  close_store (g_steal_pointer (&self->stores[0]));
}

/* A page with this event is never merged. */
static void
refuse_event (Random *self)
{
  ActStoreDatabase *database = store_check_open (self->fixture->path);

  store_check_execute (database, "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN new.id = '" REFUSED "' BEGIN SELECT raise (ABORT, 'no'); END");
  act_store_database_free (database);
}

/* As if an older version had left all of it. */
static void
make_anew (Random *self)
{
  ActStoreDatabase *database = store_check_open (self->fixture->path);

  store_check_execute (database, "DELETE FROM value WHERE key LIKE 'fill-%';"
                                 "INSERT INTO name_words (name_words) VALUES ('delete-all');"
                                 "INSERT INTO name_words (rowid, name) SELECT number, name FROM name WHERE kind < 2 AND name IS NOT NULL;");
  act_store_database_free (database);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  void (*const steps[]) (Random *) = {
    merge,
    merge,
    merge,
    merge_and_cancel,
    merge_and_fail,
    name,
    mark_some,
    take_some_back,
    send_some,
    lose_some,
    prune,
    import,
    send_imported,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GHashTable) payloads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Random           self = { fixture, { NULL }, rand, payloads };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_close (fixture);
  refuse_event (&self);
  open_both (&self);
  merge (&self);
  for (guint i = 0; i < N_STEPS; i++)
    {
      steps[g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (steps))](&self);
      if (i % N_CHECK == N_CHECK - 1)
        check (&self);
    }
  close_both (&self);

  before = store_check_describe_index (self.fixture->path);
  make_anew (&self);
  open_both (&self);
  check (&self);
  close_both (&self);
  after = store_check_describe_index (self.fixture->path);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/consistency/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_random, fixture_tear_down);
    }

  return g_test_run ();
}
