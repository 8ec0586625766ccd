/* What a search finds, and what is highlighted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-search.h"

#include "act-time.h"

#include <string.h>

typedef struct
{
  const char *text;
  gboolean    matches;
} Sample;

static const Sample samples[] = {
  { "", TRUE },
  { "invoice", TRUE },
  { "INV", TRUE },
  { "nvoice", FALSE },
  { "refused", TRUE },
  { "refused invoice", TRUE },
  { "refused receipt", FALSE },
  { "\"invoice was\"", TRUE },
  { "\"invoice wa\"", TRUE },
  { "\"invoic was\"", FALSE },
  { "\"was invoice\"", FALSE },
  { "was-refused", TRUE },
  { "-receipt", TRUE },
  { "-invoice", FALSE },
  { "-\"was invoice\"", TRUE },
  { "cafe", TRUE },
  { "CAF\xc3\x89", TRUE },
  { "server", TRUE },
  { "httpserv", TRUE },
  { "httpServer", TRUE },
  { "\"httpserver down\"", TRUE },
  { "\"server down\"", TRUE },
  { "\"http server\"", FALSE },
  { "\xe6\xb1\x82\xe6\x9b\xb8", TRUE },
  { "\xe8\xab\x8b\xe6\x9b\xb8", FALSE },
  { "perform", TRUE },
  { "netsuite", TRUE },
  { "suite", TRUE },
  { "nightly", TRUE },
  { "acme", TRUE },
  { "\"refused nightly\"", FALSE },
  { "0a1b", TRUE },
  { "0A1B2C", TRUE },
  { "0a1", FALSE },
  { "a1b2", FALSE },
  { "conf-1", TRUE },
  { "name:perform", TRUE },
  { "name:integration.perf", TRUE },
  { "name:error.perform", FALSE },
  { "name:invoice", FALSE },
  { "name:validation name:perform", TRUE },
  { "name:validation destination:netsuite", FALSE },
  { "-name:validation -name:perform", FALSE },
  { "destination:net", TRUE },
  { "destination:chargebee", FALSE },
  { "destination:dest-1", FALSE },
  { "entity:bill", TRUE },
  { "entity:bill-0", TRUE },
  { "entity:account", FALSE },
  { "id:0", TRUE },
  { "id:run-", TRUE },
  { "id:dest-1", TRUE },
  { "id:cred-1", TRUE },
  { "id:acc-1", TRUE },
  { "id:un-1", FALSE },
  { "payload:\"\\\"A\\\": 1\"", TRUE },
  { "payload:nvoice", FALSE },
  { "-payload:nvoice", TRUE },
  { "payload:\"a\\\"\" invoice", TRUE },
  { "is:open", TRUE },
  { "is:refused", TRUE },
  { "is:actioned", FALSE },
  { "is:actioned is:open", TRUE },
  { "is:waiting", FALSE },
  { "-is:waiting", TRUE },
  { "-is:open", FALSE },
  { "during:2026-03-04", TRUE },
  { "during:2026-03-03", FALSE },
  { "-during:2026-03-03", TRUE },
  { "-during:2026-03-04", FALSE },
  { "after:2026-03-04", TRUE },
  { "after:2026-03-05", FALSE },
  { "before:2026-03-04", FALSE },
  { "before:2026-03-05", TRUE },
  { "after:2026-03 before:2026-04", TRUE },
  { "during:2026 during:2025", FALSE },
};

static ActEventRecord *
create_record (void)
{
  ActEventRecord *record = act_event_record_new ();
  ActEvent       *event = act_event_new ();

  event->id = g_strdup ("0a1b2c3d");
  event->name = g_strdup ("integration.perform.error");
  event->message = g_strdup ("The invoice was refused: caf\xc3\xa9, HTTPServer down, "
                             "\xe8\xab\x8b\xe6\xb1\x82\xe6\x9b\xb8");
  event->destination = g_strdup ("NetSuite");
  event->destination_id = g_strdup ("dest-1");
  event->configuration_id = g_strdup ("conf-1");
  event->credentials_id = g_strdup ("cred-1");
  event->entity_type = g_strdup ("Bill");
  event->entity_id = g_strdup ("bill-0");
  event->account_id = g_strdup ("acc-1");
  event->run_id = g_strdup ("run-1");
  event->payload = g_strdup ("{\"a\": 1}");
  g_assert_true (act_time_parse_iso8601 ("2026-03-04T05:06:07Z", &event->time));
  record->event = event;
  record->status = ACT_EVENT_STATUS_REFUSED;
  record->integration_name = g_strdup ("Nightly bills");
  record->account_name = g_strdup ("Acme");

  return record;
}

static void
test_samples (void)
{
  g_autoptr (ActEventRecord) record = create_record ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActSearch) typed = act_search_parse (samples[i].text);
      g_autoptr (ActSearch) search = act_search_resolve (typed, 0, zone);

      g_test_message ("%s", samples[i].text);
      g_assert_cmpint (act_search_matches (search, record), ==, samples[i].matches);
    }
}

static void
test_bare (void)
{
  g_autoptr (ActEventRecord) record = act_event_record_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  record->event = act_event_new ();
  record->event->id = g_strdup ("x");
  record->event->name = g_strdup ("");
  record->first_seen = 1;
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (ActSearch) typed = act_search_parse (samples[i].text);
      g_autoptr (ActSearch) search = act_search_resolve (typed, 0, zone);

      act_search_matches (search, record);
      act_search_matches (typed, record);
    }

  /* An event without a time is listed by when it was seen first. */
  {
    g_autoptr (ActSearch) typed = act_search_parse ("during:1970-01-01");
    g_autoptr (ActSearch) search = act_search_resolve (typed, 0, zone);

    g_assert_true (act_search_matches (search, record));
  }
}

typedef struct
{
  const char    *search;
  ActSearchField field;
  const char    *text;
  const char    *marked; /* with what is found in brackets */
} Range;

static const Range ranges[] = {
  { "", ACT_SEARCH_WORDS, "a text", "a text" },
  { "inv", ACT_SEARCH_WORDS, "The invoice, INV001", "The [inv]oice, [INV]001" },
  { "-inv", ACT_SEARCH_WORDS, "The invoice", "The invoice" },
  { "inv invoice", ACT_SEARCH_WORDS, "The invoice", "The [invoice]" },
  { "\"the inv\"", ACT_SEARCH_WORDS, "The invoice", "[The inv]oice" },
  { "suite", ACT_SEARCH_WORDS, "NetSuite", "Net[Suite]" },
  { "caf", ACT_SEARCH_WORDS, "caf\xc3\xa9", "[caf\xc3\xa9]" },
  { "\xe6\xb1\x82\xe6\x9b\xb8", ACT_SEARCH_WORDS, "\xe8\xab\x8b\xe6\xb1\x82\xe6\x9b\xb8",
    "\xe8\xab\x8b[\xe6\xb1\x82\xe6\x9b\xb8]" },
  { "name:perf", ACT_SEARCH_WORDS, "performance", "performance" },
  { "name:perf err", ACT_SEARCH_NAME, "integration.perform.error",
    "integration.[perf]orm.[err]or" },
  { "destination:net", ACT_SEARCH_DESTINATION, "NetSuite", "[Net]Suite" },
  { "entity:bill", ACT_SEARCH_ENTITY, "Bill", "[Bill]" },
  { "id:0A", ACT_SEARCH_ID, "0a1b", "[0a]1b" },
  { "0a1", ACT_SEARCH_ID, "0a1b", "0a1b" },
  { "0a1b", ACT_SEARCH_ID, "0a1bc", "[0a1b]c" },
  { "payload:A", ACT_SEARCH_PAYLOAD, "{\"a\": \"ba\"}", "{\"[a]\": \"b[a]\"}" },
  { "a payload:b", ACT_SEARCH_PAYLOAD, "{\"a\": \"b\"}", "{\"a\": \"[b]\"}" },
  { "is:open during:2026", ACT_SEARCH_WORDS, "open 2026", "open 2026" },
};

static void
test_ranges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (ActSearch) search = act_search_parse (ranges[i].search);
      g_autoptr (GArray) found = act_search_find_in (search, ranges[i].field, ranges[i].text);
      g_autoptr (GString) marked = g_string_new (ranges[i].text);

      for (guint j = found->len; j > 0; j--)
        {
          ActSearchRange range = g_array_index (found, ActSearchRange, j - 1);

          g_string_insert_c (marked, (gssize) range.end, ']');
          g_string_insert_c (marked, (gssize) range.start, '[');
        }
      g_assert_cmpstr (marked->str, ==, ranges[i].marked);
    }
}

static void
test_is_covers (void)
{
  for (int status = 0; status < 16; status++)
    {
      if (!act_event_status_is_known (status))
        continue;

      g_assert_true (act_search_is_covers (ACT_SEARCH_IS_OPEN, (ActEventStatus) status) !=
                     act_search_is_covers (ACT_SEARCH_IS_ACTIONED, (ActEventStatus) status));
    }
}

static void
test_payload_has (void)
{
  g_assert_true (act_search_payload_has ("abc", 3, ""));
  g_assert_true (act_search_payload_has ("abc", 3, "C"));
  g_assert_true (act_search_payload_has ("abc", 3, "abc"));
  g_assert_false (act_search_payload_has ("abc", 2, "abc"));
  g_assert_false (act_search_payload_has ("abc", 2, "c"));
  g_assert_false (act_search_payload_has (NULL, 0, "c"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-match/samples", test_samples);
  g_test_add_func ("/search-match/bare", test_bare);
  g_test_add_func ("/search-match/ranges", test_ranges);
  g_test_add_func ("/search-match/is-covers", test_is_covers);
  g_test_add_func ("/search-match/payload-has", test_payload_has);

  return g_test_run ();
}
