/* From what a hostile or broken server answers to what is kept, shown, exported and sent
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scripted-fixture.h"

#include "act-api-error.h"
#include "act-export-csv.h"
#include "act-json-text.h"
#include "act-pull.h"
#include "act-safe-text.h"
#include "act-session-runs.h"
#include "act-time-text.h"

#include <string.h>

#define EVENT(id, time, message)                                                   \
  "{\"id\":" id ",\"eventName\":\"integration.perform.error\",\"eventTime\":" time \
  ",\"m3terEvent\":{\"message\":" message "}}"
#define NOON "\"2026-03-04T12:00:00Z\""

/* What turns text round, in UTF-8. */
#define OVERRIDE "\xe2\x80\xae"

static void
pull (ScriptedFixture *self,
      ActApiError      expected)
{
  g_autoptr (ActPull) reading = act_pull_new (self->api.client, self->store, 1);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;

  act_pull_add_cursor (reading, NULL, FALSE, ACT_PULL_FULL, NULL);
  act_pull_run_async (reading, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  act_pull_run_finish (reading, outcome.result, &error);
  if (expected == ACT_N_API_ERRORS)
    g_assert_no_error (error);
  else
    g_assert_error (error, ACT_API_ERROR, (int) expected);
}

static void
pull_events (ScriptedFixture *self,
             const char      *events)
{
  g_autofree char *body = g_strdup_printf ("{\"data\":[%s]}", events);

  client_fixture_answer (&self->api, 200, body);
  pull (self, ACT_N_API_ERRORS);
}

static GArray *
list_rows (ScriptedFixture *self)
{
  g_autoptr (ActQuery) query = act_query_new ();
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  GArray *row_ids = NULL;

  act_row_source_query_async (ACT_ROW_SOURCE (self->store), query, 0, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, NULL);
  row_ids = act_row_source_query_finish (ACT_ROW_SOURCE (self->store), outcome.result, &error);
  g_assert_no_error (error);

  return row_ids;
}

/* All records, newest first. */
static GPtrArray *
read_all (ScriptedFixture *self)
{
  g_autoptr (GArray) row_ids = list_rows (self);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) act_event_record_free);

  for (guint i = 0; i < row_ids->len; i++)
    g_ptr_array_add (records, scripted_fixture_read_row (self, g_array_index (row_ids, gint64, i)));

  return records;
}

static ActEventRecord *
find (GPtrArray  *records,
      const char *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      ActEventRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (record->event->id, id) == 0)
        return record;
    }

  return NULL;
}

/* What anybody sees of any of them can be shown. */
static void
check_shown (GPtrArray *records)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ActEventRecord *record = g_ptr_array_index (records, i);
      g_autofree char      *message = act_safe_text_line (record->event->message);
      g_autofree char      *id = act_safe_text_id (record->event->id);
      g_autofree char      *time = act_time_text_exact (record->event->time);
      g_autofree char      *json = act_json_text_of_whole_event (record);
      g_autofree char      *pretty = act_json_text_pretty (record->event->payload);

      g_assert_null (strstr (message, OVERRIDE));
      g_assert_null (strstr (id, OVERRIDE));
      g_assert_null (strstr (pretty, OVERRIDE));
      g_assert_true (g_utf8_validate (message, -1, NULL));
      g_assert_true (g_utf8_validate (time, -1, NULL));
      g_assert_true (g_utf8_validate (json, -1, NULL));
      act_export_csv_add_record (csv, record);
    }

  g_assert_true (g_utf8_validate (csv->str, (gssize) csv->len, NULL));
}

static void
test_ids (ScriptedFixture *self,
          gconstpointer    data)
{
  g_autofree char *long_id = g_strnfill (600, 'x');
  g_autofree char *long_event = g_strdup_printf (EVENT ("\"%s\"", NOON, "\"long\""), long_id);
  g_autofree char *events =
      g_strjoin (",",
                 EVENT ("\"../../x?y=z#%2e\"", NOON, "null"), EVENT ("\"..\"", NOON, "null"),
                 EVENT ("\"a\\u202eb\\u200b\"", NOON, "null"), EVENT ("\"a\\u0000b\"", NOON, "null"),
                 EVENT ("42", NOON, "null"), EVENT ("{}", NOON, "\"object\""), EVENT ("null", NOON, "\"none\""),
                 EVENT ("\" \"", NOON, "\"blank\""), long_event, NULL);
  g_autoptr (GPtrArray) records = NULL;

  pull_events (self, events);
  records = read_all (self);
  check_shown (records);
  g_assert_cmpuint (records->len, ==, 9);
  g_assert_nonnull (find (records, "../../x?y=z#%2e"));
  g_assert_nonnull (find (records, ".."));
  g_assert_nonnull (find (records, "a" OVERRIDE "b\xe2\x80\x8b"));
  g_assert_nonnull (find (records, "42"));
  g_assert_null (find (records, long_id));
}

/* They are the same event three times, in one page and in the next. */
static void
test_duplicate_ids (ScriptedFixture *self,
                    gconstpointer    data)
{
  g_autoptr (GPtrArray) records = NULL;
  const ActEventRecord *record = NULL;

  client_fixture_answer (&self->api, 200,
                         "{\"data\":[" EVENT ("\"a\"", NOON, "\"one\"") "," EVENT ("\"a\"", NOON, "\"two\"") "],"
                                                                                                             "\"nextToken\":\"t\"}");
  pull_events (self, EVENT ("\"a\"", "\"2026-03-04T13:00:00Z\"", "\"three\""));
  records = read_all (self);
  g_assert_cmpuint (records->len, ==, 1);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->event->id, ==, "a");
}

static guint
get_position (GPtrArray  *records,
              const char *id)
{
  guint position = 0;

  g_assert_true (g_ptr_array_find (records, find (records, id), &position));

  return position;
}

static void
test_times (ScriptedFixture *self,
            gconstpointer    data)
{
  static const char *const far[] = { "last", "later" };
  static const char *const long_ago[] = { "first", "earlier" };
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *events =
      g_strjoin (",",
                 EVENT ("\"now\"", NOON, "null"), EVENT ("\"first\"", "\"0000-01-01T00:00:00Z\"", "null"),
                 EVENT ("\"last\"", "\"99999-12-31T23:59:59.999Z\"", "null"),
                 EVENT ("\"later\"", "\"999999999-12-31T23:59:59Z\"", "null"),
                 EVENT ("\"earlier\"", "\"-0044-03-15T00:00:00Z\"", "null"),
                 EVENT ("\"number\"", "1772600767000", "null"), EVENT ("\"none\"", "null", "null"),
                 EVENT ("\"noise\"", "\"\\u202e99:99\"", "null"), NULL);

  pull_events (self, events);
  records = read_all (self);
  check_shown (records);
  g_assert_cmpuint (records->len, ==, 8);
  g_assert_cmpint (find (records, "noise")->event->time, ==, ACT_TIME_UNKNOWN);
  g_assert_cmpint (find (records, "number")->event->time, ==, ACT_TIME_UNKNOWN);
  for (gsize i = 0; i < G_N_ELEMENTS (far); i++)
    g_assert_cmpuint (get_position (records, far[i]), <, get_position (records, "now"));
  for (gsize i = 0; i < G_N_ELEMENTS (long_ago); i++)
    g_assert_cmpuint (get_position (records, long_ago[i]), >, get_position (records, "now"));
}

/* Bytes that are no UTF-8, halves of characters and zeros are seen as such, and nothing is cut off there. */
static void
test_text (ScriptedFixture *self,
           gconstpointer    data)
{
  g_autoptr (GPtrArray) records = NULL;

  pull_events (self, EVENT ("\"a\"", NOON, "\"one \xff\xc0\x80 \\ud800 \\u0000 end\""));
  records = read_all (self);
  check_shown (records);
  g_assert_cmpstr (find (records, "a")->event->message, ==,
                   "one \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd end");
}

/* Formulas for spreadsheets, markup and marks of direction are nothing but text. */
static void
test_meant_for_others (ScriptedFixture *self,
                       gconstpointer    data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) csv = g_string_new (NULL);

  pull_events (self, EVENT ("\"=1+1\"", NOON, "\"=HYPERLINK(\\\"http://evil.example\\\") <b>\\u202ex\""));
  records = read_all (self);
  check_shown (records);
  g_assert_cmpuint (records->len, ==, 1);
  act_export_csv_add_record (csv, g_ptr_array_index (records, 0));
  g_assert_true (g_str_has_prefix (csv->str, "'=1+1,"));
  g_assert_nonnull (strstr (csv->str, ",\"'=HYPERLINK("));
}

/* What is nested without end is refused whole, and changes nothing; the next answer counts again. */
static void
test_depth (ScriptedFixture *self,
            gconstpointer    data)
{
  g_autofree char *opened = g_strnfill (100000, '[');
  g_autofree char *closed = g_strnfill (45000, ']');
  g_autofree char *deep = g_strdup_printf ("{\"data\":[{\"id\":\"a\",\"m3terEvent\":%.45000s%s}]}", opened, closed);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) later = NULL;

  client_fixture_answer (&self->api, 200, opened);
  pull (self, ACT_API_ERROR_TOO_DEEP);
  client_fixture_answer (&self->api, 200, deep);
  pull (self, ACT_API_ERROR_TOO_DEEP);
  records = read_all (self);
  g_assert_cmpuint (records->len, ==, 0);

  pull_events (self, EVENT ("\"a\"", NOON, "null"));
  later = read_all (self);
  g_assert_cmpuint (later->len, ==, 1);
}

static void
mark (ScriptedFixture *self,
      const char      *id,
      GError         **error)
{
  g_auto (Outcome) outcome = { 0 };

  act_client_mark_actioned_async (self->api.client, id, NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  act_client_mark_actioned_finish (self->api.client, outcome.result, error);
}

/* An id is one segment of the path whatever is in it; what could climb out of there is not sent at all. */
static void
test_ids_in_paths (ScriptedFixture *self,
                   gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  client_fixture_answer (&self->api, 200, "{}");
  mark (self, "../../x?y=z#%2e", &error);
  g_assert_no_error (error);
  client_fixture_expect (&self->api, 0,
                         "PUT /organizations/org/events/..%2F..%2Fx%3Fy%3Dz%23%252e/actioned");

  mark (self, "..", &error);
  g_assert_nonnull (error);
  g_assert_cmpuint (scripted_server_count (self->api.server), ==, 1);
}

static GBytes *
pack (const char *text)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, converter);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (memory, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* A few kilobytes on the line that unpack to more than a log may have. */
static void
test_log_bomb (ScriptedFixture *self,
               gconstpointer    data)
{
  g_autofree char *letters = g_strnfill (64 * 1024 * 1024, 'A');
  g_autofree char *body = g_strdup_printf ("{\"Payload\":\"%s\"}", letters);
  g_autoptr (GBytes) packed = pack (body);
  g_autoptr (ActSession) session = scripted_fixture_new_session (self);
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) log = NULL;

  g_assert_cmpuint (g_bytes_get_size (packed), <, 100 * 1000);
  scripted_server_answer_with (self->api.server, 200, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                               g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
  act_session_read_run_log_async (session, "r", NULL, outcome_cb, &outcome);
  outcome_await (&outcome, self->api.clock);
  log = act_session_read_run_log_finish (session, outcome.result, NULL, &error);
  g_assert_null (log);
  g_assert_error (error, ACT_API_ERROR, ACT_API_ERROR_TOO_LARGE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SCRIPTED_FIXTURE_ADD ("/hostile-answers/ids", test_ids);
  SCRIPTED_FIXTURE_ADD ("/hostile-answers/duplicate-ids", test_duplicate_ids);
  SCRIPTED_FIXTURE_ADD ("/hostile-answers/times", test_times);
  SCRIPTED_FIXTURE_ADD ("/hostile-answers/text", test_text);
  SCRIPTED_FIXTURE_ADD ("/hostile-answers/meant-for-others", test_meant_for_others);
  SCRIPTED_FIXTURE_ADD ("/hostile-answers/depth", test_depth);
  SCRIPTED_FIXTURE_ADD ("/hostile-answers/ids-in-paths", test_ids_in_paths);
  SCRIPTED_FIXTURE_ADD ("/hostile-answers/log-bomb", test_log_bomb);

  return g_test_run ();
}
