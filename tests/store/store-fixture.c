/* A store in a folder of its own, and calls that wait for their answers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "act-event-kind.h"
#include "act-time.h"

#include <glib/gstdio.h>

static void
count_changed_cb (Fixture *self)
{
  self->n_changed++;
}

static void
watch_changed (Fixture *self)
{
  g_signal_connect_swapped (self->store, "changed", G_CALLBACK (count_changed_cb), self);
}

void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("actioned-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->directory, "deep", "er", "store.db", NULL);
  self->store = open_store (self->path);
  watch_changed (self);
}

void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  fixture_close (self);
  remove_directory (self->directory);
  g_free (self->path);
  g_free (self->directory);
}

void
fixture_close (Fixture *self)
{
  if (self->store != NULL)
    close_store (g_steal_pointer (&self->store));
}

void
fixture_reopen (Fixture *self)
{
  fixture_close (self);
  self->store = open_store (self->path);
  watch_changed (self);
}

void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

void
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
remove_directory (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_directory (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

ActStore *
try_open_store (const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_open_async (path, NULL, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_open_finish (result, error);
}

ActStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  ActStore *store = try_open_store (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

void
close_store (ActStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  act_store_close_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_close_finish (store, result, &error));
  g_assert_no_error (error);

  /* A row source's answer may still hold it for one turn of the loop. */
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
}

ActEvent *
make_event (const char *id, gint64 time)
{
  ActEvent *event = act_event_new ();

  event->id = g_strdup (id);
  event->name = g_strdup ("integration.perform.error");
  event->time = time;
  event->message = g_strdup_printf ("What happened to %s", id);

  return event;
}

ActEventPage *
make_page (ActEvent *event, ...)
{
  ActEventPage *page = act_event_page_new ();
  va_list       more;

  page->asked_at = act_time_now ();
  va_start (more, event);
  while (event != NULL)
    {
      g_ptr_array_add (page->events, event);
      event = va_arg (more, ActEvent *);
    }
  va_end (more);

  return page;
}

/* Follows the server, but for what the user did. */
ActEventStatus
merge_simply (const ActLocalState *local, const ActEvent *remote, gint64 asked_at)
{
  gboolean actioned = remote->actioned_time != ACT_TIME_UNKNOWN;

  if (local == NULL)
    return actioned ? ACT_EVENT_STATUS_ELSEWHERE : ACT_EVENT_STATUS_OPEN;

  if (actioned)
    {
      if (local->has_mark && (local->mark_state == ACT_OUTBOX_SENDING || local->mark_state == ACT_OUTBOX_VERIFYING))
        return local->status;
      return local->status == ACT_EVENT_STATUS_ACTIONED ? ACT_EVENT_STATUS_ACTIONED : ACT_EVENT_STATUS_ELSEWHERE;
    }

  if (local->has_mark || !act_event_status_is_actioned (local->status))
    return local->status == ACT_EVENT_STATUS_OPEN_GONE ? ACT_EVENT_STATUS_OPEN : local->status;

  return asked_at <= local->confirmed_at ? local->status : ACT_EVENT_STATUS_REOPENED;
}

ActMergeResult
merge_page (ActStore *store, ActEventPage *page, gint64 pass)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ActMergeResult merged = { 0 };

  act_store_merge_page_async (store, page, pass, merge_simply, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_merge_page_finish (store, result, &merged, &error));
  g_assert_no_error (error);

  return merged;
}

ActMergeResult
merge_event (ActStore *store, ActEvent *event)
{
  return merge_page (store, make_page (event, NULL), 0);
}

/* Events e0, e1 and so on, a minute apart. */
void
merge_many (ActStore *store, guint n_events)
{
  ActEventPage  *page = make_page (NULL, NULL);
  ActMergeResult merged;

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_ptr_array_add (page->events, make_event (id, FIXTURE_MINUTE (i)));
    }

  merged = merge_page (store, page, 0);
  g_assert_cmpuint (merged.added, ==, n_events);
}

GArray *
query (ActStore *store, const ActQuery *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GArray *row_ids = NULL;

  act_row_source_query_async (ACT_ROW_SOURCE (store), what, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (store), result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (row_ids);

  return row_ids;
}

/* All events, newest first. */
GArray *
query_all (ActStore *store)
{
  g_autoptr (ActQuery) all = act_query_new ();

  all->include_actioned = TRUE;
  all->kinds = ACT_QUERY_ALL_KINDS;
  all->sort = ACT_SORT_DATE;
  all->descending = TRUE;

  return query (store, all);
}

GPtrArray *
load (ActStore *store, GArray *row_ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *records = NULL;

  act_row_source_load_async (ACT_ROW_SOURCE (store), (const gint64 *) row_ids->data, row_ids->len, ACT_ROW_LOAD_NONE, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  records = act_row_source_load_finish (ACT_ROW_SOURCE (store), result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (records);

  return records;
}

/* The event ids that a query gives, with blanks between them. */
char *
query_ids (ActStore *store, const ActQuery *what)
{
  g_autoptr (GArray) row_ids = query (store, what);
  g_autoptr (GPtrArray) records = load (store, row_ids);
  GString *ids = g_string_new (NULL);

  g_assert_cmpuint (records->len, ==, row_ids->len);
  for (guint i = 0; i < records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);

      g_assert_cmpint (record->row_id, ==, g_array_index (row_ids, gint64, i));
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", record->event->id);
    }

  return g_string_free (ids, FALSE);
}

gint64
find_row (ActStore *store, const char *id)
{
  g_autoptr (GArray) row_ids = query_all (store);
  g_autoptr (GPtrArray) records = load (store, row_ids);

  for (guint i = 0; i < records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (record->event->id, id) == 0)
        return record->row_id;
    }

  g_assert_not_reached ();
}

ActEventRecord *
read_record (ActStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ActEventRecord *record = NULL;

  act_store_read_record_async (store, find_row (store, id), NULL, keep_result_cb, &result);
  wait_for_result (&result);
  record = act_store_read_record_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);

  return record;
}

ActEventStatus
read_status (ActStore *store, const char *id)
{
  g_autoptr (ActEventRecord) record = read_record (store, id);

  return record->status;
}

ActCounts *
count (ActStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ActCounts *counts = NULL;

  act_store_count_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  counts = act_store_count_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (counts);

  return counts;
}

gsize
mark_rows (ActStore *store, GArray *row_ids, gint64 hold_until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gsize n_marked = 0;

  act_store_mark_async (store, (const gint64 *) row_ids->data, row_ids->len, hold_until, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_mark_finish (store, result, &n_marked, &error));
  g_assert_no_error (error);

  return n_marked;
}

gsize
mark (ActStore *store, const char *id, gint64 hold_until)
{
  g_autoptr (GArray) row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 row_id = find_row (store, id);

  g_array_append_val (row_ids, row_id);

  return mark_rows (store, row_ids, hold_until);
}

static GArray *
finish_taking_back (ActStore *store, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  wait_for_result (result);
  row_ids = act_store_take_back_finish (store, *result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (row_ids);

  return row_ids;
}

GArray *
take_back (ActStore *store, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 row_id = find_row (store, id);

  act_store_take_back_async (store, &row_id, 1, NULL, keep_result_cb, &result);

  return finish_taking_back (store, &result);
}

GArray *
take_back_held (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_take_back_held_async (store, NULL, keep_result_cb, &result);

  return finish_taking_back (store, &result);
}

static guint
finish_hold (ActStore *store, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  guint n_entries = 0;

  wait_for_result (result);
  g_assert_true (act_store_hold_finish (store, *result, &n_entries, &error));
  g_assert_no_error (error);

  return n_entries;
}

guint
release_held (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_release_held_async (store, NULL, keep_result_cb, &result);

  return finish_hold (store, &result);
}

guint
restart_hold (ActStore *store, gint64 hold_until)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_restart_hold_async (store, hold_until, NULL, keep_result_cb, &result);

  return finish_hold (store, &result);
}

guint
keep_here (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_keep_here_async (store, NULL, keep_result_cb, &result);

  return finish_hold (store, &result);
}

guint
retry (ActStore *store, ActOutboxState from)
{
  g_autoptr (GAsyncResult) result = NULL;

  act_store_retry_async (store, from, NULL, keep_result_cb, &result);

  return finish_hold (store, &result);
}

GPtrArray *
claim (ActStore *store, ActOutboxState from, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *entries = NULL;

  act_store_claim_async (store, from, limit, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  entries = act_store_claim_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (entries);

  return entries;
}

void
settle (ActStore *store, gint64 entry_id, ActOutboxState state, gint64 actioned_time, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  act_store_settle_async (store, entry_id, state, actioned_time, reason, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_settle_finish (store, result, &error));
  g_assert_no_error (error);
}

void
set_gone (ActStore *store, const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  act_store_set_gone_async (store, ids, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_set_gone_finish (store, result, &error));
  g_assert_no_error (error);
}

void
set_value (ActStore *store, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  act_store_set_value_async (store, key, value, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_set_value_finish (store, result, &error));
  g_assert_no_error (error);
}

char *
get_value (ActStore *store, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  char *value = NULL;

  act_store_get_value_async (store, key, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  value = act_store_get_value_finish (store, result, &error);
  g_assert_no_error (error);

  return value;
}
