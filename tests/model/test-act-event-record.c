/* Events and records: copies, comparisons, and what can be marked
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-page.h"
#include "act-event-record.h"
#include "act-event-row.h"

static char **
get_texts (ActEvent *event,
           gsize     i)
{
  char **texts[] = {
    &event->id,
    &event->name,
    &event->message,
    &event->destination,
    &event->destination_id,
    &event->configuration_id,
    &event->credentials_id,
    &event->entity_type,
    &event->entity_id,
    &event->account_id,
    &event->run_id,
    &event->payload,
  };

  return i < G_N_ELEMENTS (texts) ? texts[i] : NULL;
}

static ActEventRecord *
make_record (void)
{
  ActEventRecord *record = act_event_record_new ();

  record->row_id = 42;
  record->kind = ACT_EVENT_KIND_PERFORM;
  record->status = ACT_EVENT_STATUS_PENDING;
  record->marked_at = 5;
  record->first_seen = 4;
  record->integration_name = g_strdup ("Integration");
  record->account_name = g_strdup ("Account");
  record->refusal = g_strdup ("Refusal");
  record->event = act_event_new ();
  record->event->time = 3;
  record->event->actioned_time = 6;
  for (gsize i = 0; get_texts (record->event, i) != NULL; i++)
    *get_texts (record->event, i) = g_strdup_printf ("text %" G_GSIZE_FORMAT, i);

  return record;
}

static void
test_new (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autoptr (ActEvent) event = act_event_new ();

  g_assert_cmpint (event->time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (event->actioned_time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (record->marked_at, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (record->kind, ==, ACT_EVENT_KIND_OTHER);
  g_assert_cmpint (record->status, ==, ACT_EVENT_STATUS_OPEN);
}

static void
test_copy (void)
{
  g_autoptr (ActEventRecord) record = make_record ();
  g_autoptr (ActEventRecord) copy = act_event_record_copy (record);
  g_autoptr (ActEventRecord) empty = act_event_record_new ();
  g_autoptr (ActEventRecord) empty_copy = act_event_record_copy (empty);

  g_assert_true (act_event_record_equal (record, copy));
  g_assert_true (record->event != copy->event);
  g_assert_true (act_event_record_equal (empty, empty_copy));
  g_assert_false (act_event_record_equal (record, empty));
  g_assert_false (act_event_record_equal (record, NULL));
  g_assert_true (act_event_record_equal (NULL, NULL));
}

/* A field that the comparison forgets would never reach the screen. */
static void
test_each_field_counts (void)
{
  g_autoptr (ActEventRecord) record = make_record ();

  for (gsize i = 0; get_texts (record->event, i) != NULL; i++)
    {
      g_autoptr (ActEventRecord) copy = act_event_record_copy (record);
      char **text = get_texts (copy->event, i);

      g_free (*text);
      *text = NULL;
      g_assert_false (act_event_record_equal (record, copy));
    }

  for (int i = 0; i < 10; i++)
    {
      g_autoptr (ActEventRecord) copy = act_event_record_copy (record);

      copy->row_id += i == 0;
      copy->kind = i == 1 ? ACT_EVENT_KIND_OTHER : copy->kind;
      copy->status = i == 2 ? ACT_EVENT_STATUS_OPEN : copy->status;
      copy->marked_at += i == 3;
      copy->first_seen += i == 4;
      copy->event->time += i == 5;
      copy->event->actioned_time += i == 6;
      if (i == 7)
        g_clear_pointer (&copy->integration_name, g_free);
      if (i == 8)
        g_clear_pointer (&copy->account_name, g_free);
      if (i == 9)
        g_clear_pointer (&copy->refusal, g_free);
      g_assert_false (act_event_record_equal (record, copy));
    }
}

static void
test_time (void)
{
  g_autoptr (ActEventRecord) record = make_record ();

  g_assert_cmpint (act_event_record_get_time (record), ==, 3);
  record->event->time = ACT_TIME_UNKNOWN;
  g_assert_cmpint (act_event_record_get_time (record), ==, 4);
}

static void
test_statuses (void)
{
  g_autoptr (ActEventRecord) record = make_record ();
  guint n_known = 0;

  for (int value = -100; value < 100; value++)
    {
      gboolean open = value >= 0 && value < 8;

      if (!act_event_status_is_known (value))
        continue;
      n_known++;
      record->status = (ActEventStatus) value;
      g_assert_true (act_event_status_is_actioned (record->status) == !open);
      g_assert_true (act_event_record_is_markable (record) == open);
    }
  g_assert_cmpuint (n_known, ==, 9);
}

static void
notify_cb (guint *n)
{
  (*n)++;
}

static void
test_row (void)
{
  g_autoptr (ActEventRow) row = act_event_row_new (42);
  g_autoptr (ActEventRecord) read = NULL;
  ActEventRecord *record = make_record ();
  guint           n = 0;

  g_signal_connect_swapped (row, "notify::record", G_CALLBACK (notify_cb), &n);
  g_assert_cmpint (act_event_row_get_row_id (row), ==, 42);
  g_assert_null (act_event_row_get_record (row));
  act_event_row_take_record (row, NULL);
  g_assert_cmpuint (n, ==, 0);
  act_event_row_take_record (row, record);
  act_event_row_take_record (row, record);
  act_event_row_take_record (row, make_record ());
  g_assert_cmpuint (n, ==, 1);
  g_object_get (row, "record", &read, NULL);
  g_assert_true (act_event_record_equal (read, act_event_row_get_record (row)));
  act_event_row_take_record (row, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_page (void)
{
  g_autoptr (ActEventPage) page = act_event_page_new ();

  g_ptr_array_add (page->events, act_event_new ());
  page->next_token = g_strdup ("token");
  g_assert_cmpuint (page->unreadable, ==, 0);
  g_assert_cmpuint (page->events->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-record/new", test_new);
  g_test_add_func ("/event-record/copy", test_copy);
  g_test_add_func ("/event-record/each-field-counts", test_each_field_counts);
  g_test_add_func ("/event-record/time", test_time);
  g_test_add_func ("/event-record/statuses", test_statuses);
  g_test_add_func ("/event-record/row", test_row);
  g_test_add_func ("/event-record/page", test_page);

  return g_test_run ();
}
