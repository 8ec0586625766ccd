/* Tables: the columns, quotes, formulas, and the way back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-export-csv.h"

#include "act-time.h"

#include <string.h>

static ActEventRecord *
create_record (const char *message)
{
  ActEventRecord *record = act_event_record_new ();

  record->event = act_event_new ();
  record->event->id = g_strdup ("e1");
  record->event->name = g_strdup ("integration.perform.error");
  record->event->message = g_strdup (message);

  return record;
}

/* Reads the first field that stands at @csv as RFC 4180 has it. */
static char *
read_field (const char **csv)
{
  GString    *field = g_string_new (NULL);
  const char *c = *csv;
  gboolean    quoted = *c == '"';

  if (quoted)
    c++;
  while (*c != '\0' && (quoted || (*c != ',' && *c != '\r')))
    {
      if (quoted && *c == '"' && c[1] != '"')
        break;
      if (quoted && *c == '"')
        c++;
      g_string_append_c (field, *c++);
    }
  if (quoted)
    c++;
  g_assert_true (*c == ',' || g_str_has_prefix (c, "\r\n"));
  *csv = c + (*c == ',' ? 1 : 2);

  return g_string_free (field, FALSE);
}

static char *
write_and_read_message (const char *message)
{
  g_autoptr (ActEventRecord) record = create_record (message);
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char *read = NULL;
  const char      *at = NULL;

  act_export_csv_add_record (csv, record);
  g_assert_true (g_utf8_validate (csv->str, -1, NULL));
  at = csv->str;
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *field = read_field (&at);

      if (i == 5)
        read = g_steal_pointer (&field);
    }
  g_assert_cmpstr (at, ==, "");

  return g_steal_pointer (&read);
}

/* The head is what scripts are written against. */
static void
test_whole (void)
{
  g_autoptr (ActEventRecord) record = create_record ("It failed");
  g_autoptr (GString) csv = g_string_new (NULL);

  g_assert_true (act_time_parse_iso8601 ("2026-03-04T05:06:07.089Z", &record->event->time));
  g_assert_true (act_time_parse_iso8601 ("2026-03-05T05:06:07Z", &record->event->actioned_time));
  record->status = ACT_EVENT_STATUS_ELSEWHERE;
  record->event->destination = g_strdup ("NetSuite");
  record->event->configuration_id = g_strdup ("conf");
  record->integration_name = g_strdup ("Nightly, bills");
  record->event->entity_type = g_strdup ("Bill");
  record->event->entity_id = g_strdup ("b1");
  record->event->account_id = g_strdup ("a1");
  record->account_name = g_strdup ("Acme \"Ltd\"");
  record->event->run_id = g_strdup ("r1");
  act_export_csv_add_head (csv);
  act_export_csv_add_record (csv, record);

  g_assert_cmpstr (csv->str, ==,
                   "id,eventName,eventTime,status,dtActioned,message,destination,"
                   "integrationConfigId,integrationName,entityType,entityId,accountId,accountName,"
                   "runId\r\n"
                   "e1,integration.perform.error,2026-03-04T05:06:07.089Z,actioned-elsewhere,"
                   "2026-03-05T05:06:07.000Z,It failed,NetSuite,conf,\"Nightly, bills\",Bill,b1,a1,"
                   "\"Acme \"\"Ltd\"\"\",r1\r\n");
}

static void
test_bare (void)
{
  g_autoptr (ActEventRecord) record = create_record (NULL);
  g_autoptr (GString) csv = g_string_new (NULL);

  act_export_csv_add_record (csv, record);
  g_assert_cmpstr (csv->str, ==, "e1,integration.perform.error,,open,,,,,,,,,,\r\n");
}

static const struct
{
  const char *message;
  const char *read;
} samples[] = {
  { "=1+1", "'=1+1" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "  =1", "'  =1" },
  { "\t=1", "'\t=1" },
  { "\r\n=1", "'\r\n=1" },
  { "\xef\xbc\x9d"
    "1",
    "'\xef\xbc\x9d"
    "1" },
  { "\xc2\xa0=1", "'\xc2\xa0=1" },
  { "a=1", "a=1" },
  { "'=1", "'=1" },
  { "a,b \"c\"\r\nd", "a,b \"c\"\r\nd" },
  { "\"", "\"" },
  { " ", " " },
  { "a\xff", "a\xef\xbf\xbd" },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *read = write_and_read_message (samples[i].message);

      g_assert_cmpstr (read, ==, samples[i].read);
    }
}

static void
test_any (void)
{
  static const char pieces[] = "=+-@\"\",,\r\n\t 'ab\x01";

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) message = g_string_new (NULL);
      g_autofree char *read = NULL;
      int              n = g_test_rand_int_range (0, 12);

      for (int i = 0; i < n; i++)
        g_string_append_c (message, pieces[g_test_rand_int_range (0, sizeof pieces - 1)]);
      read = write_and_read_message (message->str);

      g_assert_true (g_str_has_suffix (read, message->str));
      g_assert_true (strlen (read) == message->len ||
                     (strlen (read) == message->len + 1 && *read == '\''));
      g_assert_null (*read != '\0' ? strchr ("=+-@", *read) : NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-csv/whole", test_whole);
  g_test_add_func ("/export-csv/bare", test_bare);
  g_test_add_func ("/export-csv/samples", test_samples);
  g_test_add_func ("/export-csv/any", test_any);

  return g_test_run ();
}
