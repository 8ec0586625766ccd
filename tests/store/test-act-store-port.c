/* What leaves a store for a file comes back, once, and nothing of it is sent by itself
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-changes.h"
#include "act-store-imported.h"
#include "act-store-port.h"
#include "act-store-searches.h"
#include "act-unsent.h"
#include "store-fixture.h"

typedef struct
{
  GPtrArray *rows;
  gint64     counts[ACT_N_PORT_TYPES];
  guint      fail_after;
} Visited;

static gboolean
begin (const gint64 *counts, gpointer data, GError **error)
{
  Visited *visited = data;

  memcpy (visited->counts, counts, sizeof visited->counts);

  return TRUE;
}

static gboolean
keep_row (const ActPortRow *row, gpointer data, GError **error)
{
  Visited            *visited = data;
  ActPortRow         *copy = act_port_row_new (row->type);
  guint               n_fields = 0;
  const ActPortField *fields = act_port_type_get_fields (row->type, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!row->is_set[i])
        continue;
      if (fields[i].is_text)
        act_port_row_set_text (copy, i, row->texts[i]);
      else
        act_port_row_set_number (copy, i, row->numbers[i]);
    }
  g_assert_true (act_port_row_is_valid (copy));
  g_ptr_array_add (visited->rows, copy);
  if (visited->fail_after == 0 || visited->rows->len < visited->fail_after)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full");

  return FALSE;
}

static const ActPortVisitor visitor = { begin, keep_row };

static gboolean
try_visit (ActStore *store, Visited *visited, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  visited->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) act_port_row_free);
  act_store_visit_async (store, &visitor, visited, NULL, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return act_store_visit_finish (store, result, error);
}

static GPtrArray *
visit (ActStore *store)
{
  Visited visited = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (try_visit (store, &visited, &error));
  g_assert_no_error (error);

  return visited.rows;
}

static ActPortCounts
import (ActStore *store, GPtrArray *rows, gboolean only_count)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActPortCounts counts = { 0 };

  act_store_import_async (store, g_ptr_array_ref (rows), only_count, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_import_finish (store, result, &counts, &error));
  g_assert_no_error (error);

  return counts;
}

static void
add_search (ActStore *store, const char *name)
{
  g_autoptr (ActSavedSearch) search = act_saved_search_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  search->name = g_strdup (name);
  search->text = g_strdup ("destination:chargebee");
  search->kinds = ACT_QUERY_ALL_KINDS;
  act_store_save_search_async (store, search, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_save_search_finish (store, result, &error));
  g_assert_no_error (error);
}

static void
put_name (ActStore *store, const char *id, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (names, act_name_new (id, name));
  act_store_put_names_async (store, ACT_NAME_INTEGRATION, names, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_put_names_finish (store, result, &error));
  g_assert_no_error (error);
}

static void
add_change (ActStore *store, const char *content)
{
  g_autoptr (ActChange) change = act_change_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  change->action = ACT_OUTBOX_CREATE_MAPPING;
  change->target = g_strdup ("Bill/b1/NetSuite/Invoice");
  change->content = g_strdup (content);
  act_store_add_change_async (store, change, 0, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_cmpint (act_store_add_change_finish (store, result, &error), >, 0);
  g_assert_no_error (error);
}

static void
mark_done (ActStore *store, const char *id)
{
  g_autoptr (GPtrArray) entries = NULL;
  const ActOutboxEntry *entry = NULL;

  mark (store, id, 0);
  entries = claim (store, ACT_OUTBOX_READY, 1);
  entry = g_ptr_array_index (entries, 0);
  settle (store, entry->id, ACT_OUTBOX_VERIFYING, ACT_TIME_UNKNOWN, NULL);
  settle (store, entry->id, ACT_OUTBOX_DONE, FIXTURE_MINUTE (7), NULL);
}

/* Some of everything: 5 events, of which 1 is actioned and 1 has a mark that was not sent. */
static void
fill (Fixture *self)
{
  ActEvent *strange = make_event ("strange", ACT_TIME_UNKNOWN);

  merge_many (self->store, 4);
  g_free (strange->message);
  strange->message = g_strdup ("“Ünïcode”\n\t\\ \"quoted\"");
  g_free (strange->payload);
  strange->payload = g_strdup ("{\"a\": [1, null, \"\\u0000\"]}");
  g_free (strange->configuration_id);
  strange->configuration_id = g_strdup ("c1");
  merge_event (self->store, strange);
  put_name (self->store, "c1", "Invoices");
  add_search (self->store, "Chargebee");
  mark_done (self->store, "e1");
  mark (self->store, "e2", 0);
  add_change (self->store, "{\"externalId\":\"x1\"}");
}

static ActStore *
open_other (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->directory, "other.db", NULL);

  return open_store (path);
}

static char *
describe (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const ActPortRow   *row = g_ptr_array_index (rows, i);
      guint               n_fields = 0;
      const ActPortField *fields = act_port_type_get_fields (row->type, &n_fields);

      g_string_append (text, act_port_type_get_name (row->type));
      for (guint j = 0; j < n_fields; j++)
        {
          if (row->is_set[j] && fields[j].is_text)
            g_string_append_printf (text, " %s=%s", fields[j].name, row->texts[j]);
          else if (row->is_set[j])
            g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, fields[j].name, row->numbers[j]);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
test_there_and_back (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *back_text = NULL;
  g_autofree char *again_text = NULL;
  g_autoptr (ActEventRecord) strange = NULL;
  ActPortCounts expected;
  ActPortCounts counts;
  ActStore     *other = NULL;

  fill (self);
  rows = visit (self->store);
  other = open_other (self);

  expected = import (other, rows, TRUE);
  g_assert_cmpuint (expected.new_events, ==, 5);
  g_assert_cmpuint (expected.changes, ==, 2);
  g_assert_cmpuint (expected.searches, ==, 1);
  g_assert_cmpuint (expected.activities, ==, 3);
  back = visit (other);
  g_assert_cmpuint (back->len, ==, 0);
  g_clear_pointer (&back, g_ptr_array_unref);

  counts = import (other, rows, FALSE);
  g_assert_cmpmem (&counts, sizeof counts, &expected, sizeof expected);
  strange = read_record (other, "strange");
  g_assert_cmpstr (strange->event->message, ==, "“Ünïcode”\n\t\\ \"quoted\"");
  g_assert_cmpstr (strange->event->payload, ==, "{\"a\": [1, null, \"\\u0000\"]}");
  g_assert_cmpstr (strange->integration_name, ==, "Invoices");
  g_assert_cmpint (strange->event->time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (read_status (other, "e1"), ==, ACT_EVENT_STATUS_ACTIONED);

  /* Done again, it gives the same. */
  back = visit (other);
  back_text = describe (back);
  counts = import (other, rows, FALSE);
  g_assert_cmpuint (counts.new_events, ==, 0);
  g_assert_cmpuint (counts.known_events, ==, 5);
  g_assert_cmpuint (counts.changes, ==, 0);
  g_assert_cmpuint (counts.known_changes, ==, 2);
  g_assert_cmpuint (counts.searches, ==, 0);
  g_assert_cmpuint (counts.activities, ==, 0);
  again = visit (other);
  again_text = describe (again);
  g_assert_cmpstr (again_text, ==, back_text);
  close_store (other);
}

/* A store takes nothing of what it gave itself. */
static void
test_own (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (self);
  rows = visit (self->store);
  before = describe (rows);
  import (self->store, rows, FALSE);
  again = visit (self->store);
  after = describe (again);
  g_assert_cmpstr (after, ==, before);
}

static GPtrArray *
list_imported (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = NULL;

  act_store_list_imported_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  all = act_store_list_imported_finish (store, result, &error);
  g_assert_no_error (error);

  return all;
}

static guint
send_imported (ActStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  act_store_send_imported_async (store, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (act_store_send_imported_finish (store, result, &n, &error));
  g_assert_no_error (error);

  return n;
}

static void
test_held (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) held = NULL;
  g_autoptr (GPtrArray) left = NULL;
  ActStore *other = open_other (self);

  fill (self);
  rows = visit (self->store);
  import (other, rows, FALSE);

  /* Nothing can be claimed, and the event is open. */
  g_assert_cmpint (read_status (other, "e2"), ==, ACT_EVENT_STATUS_OPEN);
  entries = claim (other, ACT_OUTBOX_READY, 10);
  g_assert_cmpuint (entries->len, ==, 0);
  held = list_imported (other);
  g_assert_cmpuint (held->len, ==, 2);
  g_assert_cmpstr (((ActUnsent *) g_ptr_array_index (held, 0))->target, ==, "e2");
  g_assert_cmpstr (((ActUnsent *) g_ptr_array_index (held, 1))->target, ==, "Bill/b1/NetSuite/Invoice");

  g_assert_cmpuint (send_imported (other), ==, 2);
  g_assert_cmpint (read_status (other, "e2"), ==, ACT_EVENT_STATUS_PENDING);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = claim (other, ACT_OUTBOX_READY, 10);
  g_assert_cmpuint (entries->len, ==, 1);
  left = list_imported (other);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (send_imported (other), ==, 0);
  close_store (other);
}

/* Whoever marks the event here, or has it marked on the server, has nothing left to send. */
static void
test_marked_here (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  ActStore *other = open_other (self);

  fill (self);
  rows = visit (self->store);
  import (other, rows, FALSE);
  mark (other, "e2", 0);
  g_assert_cmpuint (send_imported (other), ==, 1);
  entries = claim (other, ACT_OUTBOX_READY, 10);
  g_assert_cmpuint (entries->len, ==, 1);
  close_store (other);
}

/* What was changed here since then is not replaced by it. */
static void
test_changed_here (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ActStore *other = open_other (self);

  fill (self);
  rows = visit (self->store);
  import (other, rows, FALSE);
  add_change (other, "{\"externalId\":\"x2\"}");
  g_assert_cmpuint (send_imported (other), ==, 1);

  act_store_list_changes_async (other, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  changes = act_store_list_changes_finish (other, result, &error);
  g_clear_object (&result);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((ActChange *) g_ptr_array_index (changes, 0))->content, ==, "{\"externalId\":\"x2\"}");
  left = list_imported (other);
  g_assert_cmpuint (left->len, ==, 0);
  close_store (other);
}

static void
test_newer (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = NULL;
  ActStore     *other = open_other (self);
  ActPortCounts counts;

  merge_many (other, 4);
  mark (other, "e3", 0);
  merge_many (self->store, 4);
  mark_done (self->store, "e1");
  mark_done (self->store, "e3");
  rows = visit (self->store);

  counts = import (other, rows, FALSE);
  g_assert_cmpuint (counts.newer_events, ==, 1);
  g_assert_cmpuint (counts.known_events, ==, 3);
  g_assert_cmpint (read_status (other, "e1"), ==, ACT_EVENT_STATUS_ACTIONED);
  g_assert_cmpint (read_status (other, "e3"), ==, ACT_EVENT_STATUS_PENDING);
  close_store (other);
}

static void
test_visitor_fails (Fixture *self, gconstpointer unused)
{
  Visited visited = { .fail_after = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fill (self);
  g_assert_false (try_visit (self->store, &visited, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_ptr_array_unref (visited.rows);

  all = visit (self->store);
  g_assert_cmpuint (all->len, >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/port/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("own", test_own);
  ADD ("held", test_held);
  ADD ("marked-here", test_marked_here);
  ADD ("changed-here", test_changed_here);
  ADD ("newer", test_newer);
  ADD ("visitor-fails", test_visitor_fails);
#undef ADD

  return g_test_run ();
}
