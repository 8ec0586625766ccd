/* What the server says goes into the store whole, once, and in a steady order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "act-time.h"

#define N_AT_ONCE 5000

static char *
list_unlisted (ActStore *store, gint64 pass, gint64 began_at, gint64 younger_than)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  act_store_list_unlisted_async (store, pass, began_at, younger_than, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  ids = act_store_list_unlisted_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ids);

  return g_strjoinv (" ", ids);
}

static void
test_counts (Fixture *self, gconstpointer unused)
{
  ActMergeResult merged;
  ActEvent      *altered = NULL;

  merged = merge_page (self->store, make_page (make_event ("b", FIXTURE_MINUTE (2)), make_event ("a", FIXTURE_MINUTE (1)), make_event ("b", FIXTURE_MINUTE (2)), NULL), 0);
  g_assert_cmpuint (merged.added, ==, 2);
  g_assert_cmpuint (merged.known, ==, 1);
  g_assert_cmpuint (merged.altered, ==, 0);
  g_assert_cmpuint (self->n_changed, ==, 1);

  merged = merge_page (self->store, make_page (make_event ("b", FIXTURE_MINUTE (2)), make_event ("a", FIXTURE_MINUTE (1)), NULL), 7);
  g_assert_cmpuint (merged.added, ==, 0);
  g_assert_cmpuint (merged.known, ==, 2);
  g_assert_cmpuint (merged.altered, ==, 0);
  g_assert_cmpuint (self->n_changed, ==, 1);

  altered = make_event ("a", FIXTURE_MINUTE (1));
  altered->message[0] = 'X';
  merged = merge_event (self->store, altered);
  g_assert_cmpuint (merged.known, ==, 1);
  g_assert_cmpuint (merged.altered, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, 2);

  merged = merge_page (self->store, make_page (NULL, NULL), 0);
  g_assert_cmpuint (merged.known, ==, 0);
}

static char *
read_value (ActStore *store, const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *value = NULL;

  act_store_get_value_async (store, key, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  value = act_store_get_value_finish (store, result, &error);
  g_assert_no_error (error);

  return value;
}

static gboolean
merge_two_pages (ActStore *store, GCancellable *cancellable, ActMergeResult *merged)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_page_free);
  g_autoptr (GAsyncResult) result = NULL;

  g_ptr_array_add (pages, make_page (make_event ("c", FIXTURE_MINUTE (3)), make_event ("b", FIXTURE_MINUTE (2)), NULL));
  g_ptr_array_add (pages, make_page (make_event ("b", FIXTURE_MINUTE (2)), make_event ("a", FIXTURE_MINUTE (1)), NULL));
  ((ActEvent *) g_ptr_array_index (((ActEventPage *) g_ptr_array_index (pages, 1))->events, 0))->actioned_time = FIXTURE_MINUTE (5);

  act_store_merge_pages_async (store, pages, 0, merge_simply, "place", "page 3", cancellable, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_merge_pages_finish (store, result, merged, NULL);
}

static void
test_several_pages (Fixture *self, gconstpointer unused)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ActMergeResult   merged = { 0 };

  g_cancellable_cancel (cancelled);
  g_assert_false (merge_two_pages (self->store, cancelled, &merged));
  before = read_value (self->store, "place");
  g_assert_null (before);

  g_assert_true (merge_two_pages (self->store, NULL, &merged));
  g_assert_cmpuint (merged.added, ==, 3);
  g_assert_cmpuint (merged.known, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpint (read_status (self->store, "b"), ==, ACT_EVENT_STATUS_ELSEWHERE);
  g_assert_cmpint (read_status (self->store, "a"), ==, ACT_EVENT_STATUS_OPEN);
  after = read_value (self->store, "place");
  g_assert_cmpstr (after, ==, "page 3");
}

static void
test_payload_stays (Fixture *self, gconstpointer unused)
{
  ActEvent *event = make_event ("a", FIXTURE_TIME);
  g_autoptr (ActEventRecord) record = NULL;

  event->payload = g_strdup ("{}");
  merge_event (self->store, event);
  g_assert_cmpuint (merge_event (self->store, make_event ("a", FIXTURE_TIME)).altered, ==, 0);
  record = read_record (self->store, "a");
  g_assert_cmpstr (record->event->payload, ==, "{}");
}

/* Whatever page an event comes in, its neighbours do not change places. */
static void
test_one_millisecond (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) reopened = NULL;
  guint order[N_AT_ONCE];

  for (guint i = 0; i < N_AT_ONCE; i++)
    order[i] = i;

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = N_AT_ONCE - 1; i > 0; i--)
        {
          guint other = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
          guint kept = order[i];

          order[i] = order[other];
          order[other] = kept;
        }

      for (guint first = 0; first < N_AT_ONCE; first += 100)
        {
          ActEventPage  *page = make_page (NULL, NULL);
          ActMergeResult merged;

          for (guint i = first; i < first + 100; i++)
            {
              g_autofree char *id = g_strdup_printf ("event-%u", order[i]);

              g_ptr_array_add (page->events, make_event (id, FIXTURE_TIME));
            }
          merged = merge_page (self->store, page, 0);
          g_assert_cmpuint (merged.added, ==, round == 0 ? 100 : 0);
          g_assert_cmpuint (merged.altered, ==, 0);
        }

      if (round == 0)
        before = query_all (self->store);
    }

  after = query_all (self->store);
  fixture_reopen (self);
  reopened = query_all (self->store);
  g_assert_cmpuint (before->len, ==, N_AT_ONCE);
  g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
  g_assert_cmpmem (before->data, before->len * sizeof (gint64), reopened->data, reopened->len * sizeof (gint64));
}

static void
test_strange_times (Fixture *self, gconstpointer unused)
{
  gint64 before = act_time_now ();
  g_autoptr (ActEventRecord) unreadable = NULL;
  g_autoptr (ActEventRecord) again = NULL;
  g_autoptr (ActEventRecord) old = NULL;
  g_autoptr (ActEventRecord) far = NULL;
  g_autoptr (GArray) row_ids = NULL;

  merge_page (self->store, make_page (make_event ("far", 3093527980799999), make_event ("unreadable", ACT_TIME_UNKNOWN), make_event ("now", FIXTURE_TIME), make_event ("old", -62167219200000), NULL), 0);

  unreadable = read_record (self->store, "unreadable");
  g_assert_cmpint (unreadable->event->time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (unreadable->first_seen, >=, before);
  g_assert_cmpint (act_event_record_get_time (unreadable), ==, unreadable->first_seen);
  old = read_record (self->store, "old");
  g_assert_cmpint (old->event->time, ==, -62167219200000);
  far = read_record (self->store, "far");
  g_assert_cmpint (far->event->time, ==, 3093527980799999);

  row_ids = query_all (self->store);
  g_assert_cmpuint (row_ids->len, ==, 4);
  g_assert_cmpint (g_array_index (row_ids, gint64, 0), ==, far->row_id);
  g_assert_cmpint (g_array_index (row_ids, gint64, 3), ==, old->row_id);

  merge_event (self->store, make_event ("unreadable", ACT_TIME_UNKNOWN));
  again = read_record (self->store, "unreadable");
  g_assert_cmpint (again->row_id, ==, unreadable->row_id);
}

static void
test_changed_time (Fixture *self, gconstpointer unused)
{
  g_autoptr (ActEventRecord) before = NULL;
  g_autoptr (ActEventRecord) after = NULL;
  g_autoptr (ActEventRecord) kept = NULL;
  g_autoptr (GArray) taken_back = NULL;
  guint n_changed;

  merge_many (self->store, 3);
  mark (self->store, "e1", 0);
  before = read_record (self->store, "e1");
  n_changed = self->n_changed;

  g_assert_cmpuint (merge_event (self->store, make_event ("e1", FIXTURE_MINUTE (10))).altered, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, n_changed + 1);
  after = read_record (self->store, "e1");
  g_assert_cmpint (after->row_id, >, find_row (self->store, "e2"));
  g_assert_cmpint (after->event->time, ==, FIXTURE_MINUTE (10));
  g_assert_cmpint (after->status, ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpint (after->first_seen, ==, before->first_seen);

  g_assert_cmpuint (merge_event (self->store, make_event ("e1", ACT_TIME_UNKNOWN)).altered, ==, 0);
  kept = read_record (self->store, "e1");
  g_assert_cmpint (kept->event->time, ==, FIXTURE_MINUTE (10));

  /* The mark has moved with its event. */
  taken_back = take_back (self->store, "e1");
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (g_array_index (taken_back, gint64, 0), ==, after->row_id);
}

static void
test_actioned (Fixture *self, gconstpointer unused)
{
  ActEvent     *event = make_event ("a", FIXTURE_TIME);
  ActEventPage *late = make_page (make_event ("a", FIXTURE_TIME), NULL);
  ActEventPage *page = NULL;
  g_autoptr (ActEventRecord) record = NULL;
  g_autoptr (ActEventRecord) reopened = NULL;

  late->asked_at = 1000;
  event->actioned_time = FIXTURE_MINUTE (5);
  page = make_page (event, NULL);
  page->asked_at = 2000;
  merge_page (self->store, page, 0);
  record = read_record (self->store, "a");
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_ELSEWHERE);
  g_assert_cmpint (record->event->actioned_time, ==, FIXTURE_MINUTE (5));

  merge_page (self->store, late, 0);
  g_assert_cmpint (read_status (self->store, "a"), ==, ACT_EVENT_STATUS_ELSEWHERE);

  page = make_page (make_event ("a", FIXTURE_TIME), NULL);
  page->asked_at = 3000;
  merge_page (self->store, page, 0);
  reopened = read_record (self->store, "a");
  g_assert_cmpint (reopened->status, ==, ACT_EVENT_STATUS_REOPENED);
  g_assert_cmpint (reopened->event->actioned_time, ==, ACT_TIME_UNKNOWN);
}

/* Seen actioned before our mark was sent: nothing is left to send. */
static void
test_finishes_marks (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) sent = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (ActCounts) counts = NULL;

  merge_many (self->store, 3);
  mark (self->store, "e0", 0);
  sent = claim (self->store, ACT_OUTBOX_READY, 1);
  mark (self->store, "e1", 0);
  mark (self->store, "e2", G_MAXINT64);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      ActEvent        *event = make_event (id, FIXTURE_MINUTE (i));

      event->actioned_time = FIXTURE_MINUTE (9);
      merge_event (self->store, event);
    }

  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_PENDING);
  g_assert_cmpint (read_status (self->store, "e1"), ==, ACT_EVENT_STATUS_ELSEWHERE);
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_ELSEWHERE);
  counts = count (self->store);
  g_assert_cmpuint (counts->waiting, ==, 1);
  g_assert_cmpuint (release_held (self->store), ==, 0);
  left = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (left->len, ==, 0);
  settle (self->store, ((ActOutboxEntry *) g_ptr_array_index (sent, 0))->id, ACT_OUTBOX_DONE, FIXTURE_MINUTE (9), NULL);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_ACTIONED);
}

static void
test_unlisted (Fixture *self, gconstpointer unused)
{
  gint64           later = act_time_now () + 60000;
  g_autofree char *all = NULL;
  g_autofree char *old = NULL;
  g_autofree char *before = NULL;
  g_autofree char *left = NULL;
  g_autofree char *free = NULL;
  ActEvent        *actioned = make_event ("x", FIXTURE_TIME);

  merge_many (self->store, 4);
  actioned->actioned_time = FIXTURE_TIME;
  merge_event (self->store, actioned);

  all = list_unlisted (self->store, 7, later, 0);
  g_assert_cmpstr (all, ==, "e0 e1 e2 e3");
  old = list_unlisted (self->store, 7, later, FIXTURE_MINUTE (1));
  g_assert_cmpstr (old, ==, "e0 e1 e2 e3");
  before = list_unlisted (self->store, 7, 1, 0);
  g_assert_cmpstr (before, ==, "");

  merge_page (self->store, make_page (make_event ("e0", FIXTURE_MINUTE (0)), NULL), 7);
  merge_page (self->store, make_page (make_event ("e1", FIXTURE_MINUTE (1)), NULL), 6);
  mark (self->store, "e2", G_MAXINT64);
  left = list_unlisted (self->store, 7, later, 0);
  g_assert_cmpstr (left, ==, "e1 e3");

  g_array_unref (take_back_held (self->store));
  free = list_unlisted (self->store, 7, later, G_MININT64);
  g_assert_cmpstr (free, ==, "e1 e2 e3");
}

/* Of those that the server may have deleted long ago some are listed, the oldest ones, and of the
 * others all. */
static void
test_unlisted_old (Fixture *self, gconstpointer unused)
{
  gint64           later = act_time_now () + 60000;
  g_autofree char *listed = NULL;
  g_auto (GStrv) ids = NULL;

  merge_many (self->store, 140);
  listed = list_unlisted (self->store, 7, later, FIXTURE_MINUTE (119));
  ids = g_strsplit (listed, " ", -1);
  g_assert_cmpuint (g_strv_length (ids), ==, 120);
  g_assert_cmpstr (ids[0], ==, "e0");
  g_assert_cmpstr (ids[99], ==, "e99");
  g_assert_cmpstr (ids[100], ==, "e120");
  g_assert_cmpstr (ids[119], ==, "e139");
}

static void
test_gone (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GArray) taken_back = NULL;
  g_autoptr (ActCounts) counts = NULL;
  const ActOutboxEntry *entry = NULL;

  merge_many (self->store, 5);
  mark (self->store, "e1", 0);
  mark (self->store, "e2", 0);
  mark (self->store, "e3", G_MAXINT64);
  mark (self->store, "e4", 0);
  entries = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (entries->len, ==, 3);
  entry = g_ptr_array_index (entries, 1);
  settle (self->store, entry->id, ACT_OUTBOX_REFUSED, ACT_TIME_UNKNOWN, "Not today");
  entry = g_ptr_array_index (entries, 2);
  settle (self->store, entry->id, ACT_OUTBOX_UNSUPPORTED, ACT_TIME_UNKNOWN, "Not here");

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      set_gone (self->store, id);
    }
  set_gone (self->store, "nobody knows it");

  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN_GONE);
  g_assert_cmpint (read_status (self->store, "e1"), ==, ACT_EVENT_STATUS_ACTIONED_GONE);
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_OPEN_GONE);
  g_assert_cmpint (read_status (self->store, "e3"), ==, ACT_EVENT_STATUS_ACTIONED_GONE);
  g_assert_cmpint (read_status (self->store, "e4"), ==, ACT_EVENT_STATUS_ACTIONED_GONE);
  counts = count (self->store);
  g_assert_cmpuint (counts->waiting + counts->refused + counts->local, ==, 0);

  /* An answer that is late does not bring the mark back. */
  entry = g_ptr_array_index (entries, 0);
  settle (self->store, entry->id, ACT_OUTBOX_READY, ACT_TIME_UNKNOWN, NULL);
  left = claim (self->store, ACT_OUTBOX_READY, 0);
  g_assert_cmpuint (left->len, ==, 0);

  /* What is gone can be marked, which can be undone, and ends with the server's next 404. */
  g_assert_cmpuint (mark (self->store, "e0", 0), ==, 1);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_PENDING);
  taken_back = take_back (self->store, "e0");
  g_assert_cmpuint (taken_back->len, ==, 1);
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_OPEN_GONE);
  g_assert_cmpuint (mark (self->store, "e0", 0), ==, 1);
  set_gone (self->store, "e0");
  g_assert_cmpint (read_status (self->store, "e0"), ==, ACT_EVENT_STATUS_ACTIONED_GONE);

  merge_event (self->store, make_event ("e2", FIXTURE_MINUTE (2)));
  g_assert_cmpint (read_status (self->store, "e2"), ==, ACT_EVENT_STATUS_OPEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/merging/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("counts", test_counts);
  ADD ("several-pages", test_several_pages);
  ADD ("payload-stays", test_payload_stays);
  ADD ("one-millisecond", test_one_millisecond);
  ADD ("strange-times", test_strange_times);
  ADD ("changed-time", test_changed_time);
  ADD ("actioned", test_actioned);
  ADD ("finishes-marks", test_finishes_marks);
  ADD ("unlisted", test_unlisted);
  ADD ("unlisted-old", test_unlisted_old);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}
