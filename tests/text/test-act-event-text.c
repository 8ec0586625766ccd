/* Events in words: status, remedy, a row read aloud, a copy
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-text.h"

#include "act-time.h"

#include <locale.h>
#include <string.h>

static gint64
parse (const char *text)
{
  gint64 time = 0;

  g_assert_true (act_time_parse_iso8601 (text, &time));

  return time;
}

static gint64
get_now (void)
{
  return parse ("2026-11-23T08:00:00Z");
}

static ActEventRecord *
make_record (void)
{
  ActEventRecord *record = act_event_record_new ();

  record->event = act_event_new ();
  record->event->id = g_strdup ("event-1");
  record->event->name = g_strdup ("integration.perform.error");
  record->event->time = parse ("2026-03-03T13:02:11Z");
  record->event->message = g_strdup ("Bill 4711 was refused.\nCheck the account's currency.");
  record->event->destination = g_strdup ("Chargebee");
  record->event->configuration_id = g_strdup ("config-1");
  record->event->entity_type = g_strdup ("Bill");
  record->event->entity_id = g_strdup ("bill-1");
  record->event->account_id = g_strdup ("account-1");
  record->event->run_id = g_strdup ("run-1");
  record->integration_name = g_strdup ("Bills to Chargebee");
  record->kind = ACT_EVENT_KIND_PERFORM;

  return record;
}

static void
test_status (void)
{
  static const struct
  {
    ActEventStatus status;
    const char    *word;
    const char    *detail;
  } samples[] = {
    { ACT_EVENT_STATUS_OPEN, "NOT ACTIONED", "NOT ACTIONED" },
    { ACT_EVENT_STATUS_REOPENED, "NOT ACTIONED", "NOT ACTIONED · open again on the server" },
    { ACT_EVENT_STATUS_REFUSED, "NOT ACTIONED", "NOT ACTIONED · refused by the server" },
    { ACT_EVENT_STATUS_OPEN_GONE, "NOT ACTIONED", "NOT ACTIONED · no longer on the server" },
    { ACT_EVENT_STATUS_PENDING, "ACTIONED", "ACTIONED · not sent yet" },
    { ACT_EVENT_STATUS_LOCAL, "ACTIONED", "ACTIONED · only on this device" },
    { ACT_EVENT_STATUS_ACTIONED, "ACTIONED", "ACTIONED" },
    { ACT_EVENT_STATUS_ELSEWHERE, "ACTIONED", "ACTIONED · by someone else or in the Console" },
    { ACT_EVENT_STATUS_ACTIONED_GONE, "ACTIONED", "ACTIONED · no longer on the server" },
  };
  g_autoptr (ActEventRecord) record = make_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *detail = NULL;
      g_autofree char *marked = NULL;
      g_autofree char *actioned = NULL;
      g_autofree char *with_time = g_strconcat (samples[i].detail, " · 3 Mar 14:02", NULL);
      g_autofree char *with_other = g_strconcat (samples[i].detail, " · 4 Mar 2025 14:02", NULL);
      gboolean         open = !act_event_status_is_actioned (samples[i].status);

      record->status = samples[i].status;
      record->marked_at = ACT_TIME_UNKNOWN;
      record->event->actioned_time = ACT_TIME_UNKNOWN;
      g_assert_cmpstr (act_event_text_status (record->status), ==, samples[i].word);
      detail = act_event_text_status_detail (record, get_now ());
      g_assert_cmpstr (detail, ==, samples[i].detail);

      record->marked_at = parse ("2026-03-03T13:02:11Z");
      marked = act_event_text_status_detail (record, get_now ());
      g_assert_cmpstr (marked, ==, open ? samples[i].detail : with_time);

      record->event->actioned_time = parse ("2025-03-04T13:02:11Z");
      actioned = act_event_text_status_detail (record, get_now ());
      g_assert_cmpstr (actioned, ==, open ? samples[i].detail : with_other);
    }
}

static void
test_kinds (void)
{
  g_assert_cmpstr (act_event_text_kind (ACT_EVENT_KIND_PERFORM), ==, "Run");
  g_assert_cmpstr (act_event_text_kind (ACT_EVENT_KIND_OTHER), ==, "Other");
  g_assert_cmpstr (act_event_text_follow_up (ACT_FOLLOW_UP_ADD_MAPPING), ==, "Add Mapping");
  g_assert_null (act_event_text_follow_up (ACT_FOLLOW_UP_NONE));
}

static void
test_message (void)
{
  static const char *const blank[] = { NULL, "", "  \n\t" };
  g_autoptr (ActEventRecord) record = make_record ();
  g_autofree char *message = act_event_text_message (record);

  g_assert_cmpstr (message, ==, "Bill 4711 was refused.\nCheck the account's currency.");
  for (gsize i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_autofree char *none = NULL;

      g_free (record->event->message);
      record->event->message = g_strdup (blank[i]);
      none = act_event_text_message (record);
      g_assert_cmpstr (none, ==, "No message. The raw event may tell more.");
    }
}

static void
test_remedy (void)
{
  g_autoptr (ActEventRecord) record = make_record ();
  g_autofree char *theirs = NULL;
  gboolean         is_ours = TRUE;

  theirs = act_event_text_remedy (record, &is_ours);
  g_assert_cmpstr (theirs, ==, "Check the account's currency.");
  g_assert_false (is_ours);

  g_free (record->event->message);
  record->event->message = g_strdup ("Bill 4711 was refused. Check \u202ethat.");
  g_free (theirs);
  theirs = act_event_text_remedy (record, NULL);
  g_assert_cmpstr (theirs, ==, "Check [U+202E]that.");

  g_clear_pointer (&record->event->message, g_free);
  for (guint kind = 0; kind < ACT_N_EVENT_KINDS; kind++)
    {
      g_autofree char *ours = NULL;

      record->kind = (ActEventKind) kind;
      ours = act_event_text_remedy (record, &is_ours);
      g_assert_cmpstr (ours, ==, act_event_kind_get_remedy (record->kind));
      g_assert_true (is_ours);
    }
}

static void
test_accessible_name (void)
{
  g_autoptr (ActEventRecord) record = make_record ();
  g_autoptr (ActEventRecord) empty = act_event_record_new ();
  g_autofree char *name = act_event_text_accessible_name (record, get_now ());
  g_autofree char *nothing = NULL;

  g_assert_cmpstr (name, ==,
                   "integration.perform.error, 3 March 14:02, not actioned, "
                   "Bill 4711 was refused. Check the account's currency.");
  empty->first_seen = parse ("2026-03-03T13:02:11Z");
  nothing = act_event_text_accessible_name (empty, get_now ());
  g_assert_nonnull (strstr (nothing, "3 March 14:02, not actioned, No message."));
}

static void
test_plain (void)
{
  g_autoptr (ActEventRecord) record = make_record ();
  g_autoptr (ActEventRecord) empty = act_event_record_new ();
  g_autofree char *plain = act_event_text_to_plain (record);
  g_autofree char *nothing = act_event_text_to_plain (empty);

  g_assert_cmpstr (plain, ==,
                   "Name: integration.perform.error\n"
                   "Date: 3 March 2026, 14:02:11 CET (2026-03-03T13:02:11.000Z)\n"
                   "Status: NOT ACTIONED\n"
                   "Message: Bill 4711 was refused. Check the account's currency.\n"
                   "Destination: Chargebee\n"
                   "Integration: Bills to Chargebee (config-1)\n"
                   "Account: account-1\n"
                   "Entity: Bill (bill-1)\n"
                   "Run: run-1\n"
                   "Event: event-1");
  g_assert_true (g_str_has_prefix (nothing, "Date: "));
}

/* A line of somebody else's making must not look like one of ours. */
static void
test_plain_is_honest (void)
{
  g_autoptr (ActEventRecord) record = make_record ();
  g_autofree char *plain = NULL;
  g_auto (GStrv) lines = NULL;

  g_free (record->event->message);
  record->event->message = g_strdup ("a\nStatus: ACTIONED\r\nEvent: other\u2028Run: other\xff");
  g_free (record->event->run_id);
  record->event->run_id = g_strdup ("run\nStatus: ACTIONED");
  plain = act_event_text_to_plain (record);
  g_assert_true (g_utf8_validate (plain, -1, NULL));
  lines = g_strsplit (plain, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 10);
  g_assert_false (g_strv_contains ((const char *const *) lines, "Status: ACTIONED"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-text/status", test_status);
  g_test_add_func ("/event-text/kinds", test_kinds);
  g_test_add_func ("/event-text/message", test_message);
  g_test_add_func ("/event-text/remedy", test_remedy);
  g_test_add_func ("/event-text/accessible-name", test_accessible_name);
  g_test_add_func ("/event-text/plain", test_plain);
  g_test_add_func ("/event-text/plain-is-honest", test_plain_is_honest);

  return g_test_run ();
}
