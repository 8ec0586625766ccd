/* Runs in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-run-text.h"

#include "act-event.h"
#include "act-time.h"

#include <locale.h>

#define NOW "2026-11-23T08:00:00Z"

static gint64
parse (const char *text)
{
  gint64 time = 0;

  g_assert_true (act_time_parse_iso8601 (text, &time));

  return time;
}

static ActIntegrationRun *
make_run (const char *status,
          const char *started)
{
  ActIntegrationRun *run = act_integration_run_new ();

  run->id = g_strdup ("run");
  run->entity_type = g_strdup ("Bill");
  run->status_name = g_strdup (status);
  run->status = act_run_status_from_name (status);
  if (started != NULL)
    run->started = parse (started);

  return run;
}

static void
test_status (void)
{
  g_autoptr (ActIntegrationRun) known = make_run ("AUTH_FAILED", NULL);
  g_autoptr (ActIntegrationRun) foreign = make_run ("PAUSED\nby \342\200\256hand", NULL);
  g_autoptr (ActIntegrationRun) none = make_run (NULL, NULL);
  g_autofree char *text = act_run_text_status (known);
  g_autofree char *foreign_text = act_run_text_status (foreign);
  g_autofree char *none_text = act_run_text_status (none);

  g_assert_cmpstr (text, ==, "Not authorized");
  g_assert_cmpstr (act_run_text_meaning (known), ==, "The other system did not accept the credential.");
  g_assert_cmpstr (foreign_text, ==, "PAUSED by [U+202E]hand");
  g_assert_cmpstr (act_run_text_meaning (foreign), ==, "This status is not known here.");
  g_assert_cmpstr (none_text, ==, "Unknown");
}

static void
test_duration (void)
{
  static const struct
  {
    gint64      milliseconds;
    const char *text;
  } cases[] = {
    { 0, "0 ms" },
    { 950, "950 ms" },
    { 1000, "1 s" },
    { 59999, "59 s" },
    { 72000, "1 min 12 s" },
    { 3600000, "1 h 0 min" },
    { 7384000, "2 h 3 min" },
    { 93600000, "1 d 2 h" },
    { G_MAXINT64, "2147483647 d 7 h" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = act_run_text_duration (cases[i].milliseconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_finding (void)
{
  g_autoptr (ActRunFinding) finding = act_run_finding_new ();
  g_autofree char *named = NULL;
  g_autofree char *bill = NULL;
  g_autofree char *other = NULL;

  finding->way = ACT_FINDING_NONE;
  g_assert_null (act_run_text_finding (finding));

  finding->way = ACT_FINDING_NAMED;
  named = act_run_text_finding (finding);
  g_assert_cmpstr (named, ==, "Named by the event");

  finding->way = ACT_FINDING_LATEST_RUN;
  finding->run = make_run ("ERROR", NULL);
  bill = act_run_text_finding (finding);
  g_assert_cmpstr (bill, ==, "Latest run of this bill; it may not be the one that failed");

  g_free (finding->run->entity_type);
  finding->run->entity_type = g_strdup ("Notification");
  other = act_run_text_finding (finding);
  g_assert_cmpstr (other, ==, "Latest run of this Notification; it may not be the one that failed");
}

static void
test_day (void)
{
  g_autofree char *day = act_run_text_day (parse ("2026-03-03T13:02:11Z"));
  g_autofree char *unknown = act_run_text_day (ACT_TIME_UNKNOWN);
  g_autofree char *far = act_run_text_day (G_MAXINT64);

  g_assert_cmpstr (day, ==, "3 Mar\n14:02");
  g_assert_cmpstr (unknown, ==, "Unknown");
  g_assert_cmpstr (far, ==, "Unknown");
}

static void
test_history (void)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) act_integration_run_free);
  g_autofree char *none = act_run_text_counts (runs, FALSE);
  g_autofree char *none_known = act_run_text_counts (runs, TRUE);
  g_autofree char *one_known = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *history = NULL;
  g_autofree char *counts_known = NULL;
  g_autofree char *history_known = NULL;

  g_assert_cmpstr (none, ==, "No runs");
  g_assert_cmpstr (none_known, ==, "No runs known on this computer");

  g_ptr_array_add (runs, make_run ("ERROR", "2026-03-03T13:02:11Z"));
  one_known = act_run_text_counts (runs, TRUE);
  g_assert_cmpstr (one_known, ==, "1 run known on this computer: 1 failed");

  g_ptr_array_add (runs, make_run ("COMPLETE", "2025-03-02T13:02:11Z"));
  g_ptr_array_add (runs, make_run ("AUTH_FAILED", NULL));

  counts = act_run_text_counts (runs, FALSE);
  history = act_run_text_history (runs, FALSE, parse (NOW));
  g_assert_cmpstr (counts, ==, "3 runs: 2 failed, 1 complete");
  g_assert_cmpstr (history, ==,
                   "3 runs: 3 March 14:02: Failed, 2 March 2025 14:02: Complete, Unknown: Not authorized");

  counts_known = act_run_text_counts (runs, TRUE);
  history_known = act_run_text_history (runs, TRUE, parse (NOW));
  g_assert_cmpstr (counts_known, ==, "3 runs known on this computer: 2 failed, 1 complete");
  g_assert_true (g_str_has_prefix (history_known, "3 runs known on this computer: 3 March 14:02: Failed, "));
}

static void
check_replay (const ActIntegrationRun *run,
              GPtrArray               *runs,
              const char              *expected)
{
  g_autofree char *text = act_run_text_replay (run, runs);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_replay (void)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) act_integration_run_free);
  g_autoptr (ActIntegrationRun) run = make_run ("ERROR", "2026-03-03T13:02:11Z");

  g_ptr_array_add (runs, make_run ("COMPLETE", "2026-03-02T13:02:11Z"));
  g_ptr_array_add (runs, act_integration_run_copy (run));
  check_replay (run, NULL, "The same may be sent to the other system a second time.");

  run->destination = g_strdup ("Chargebee");
  check_replay (run, runs, "The bill may be sent to Chargebee a second time.");

  g_ptr_array_add (runs, make_run ("COMPLETE", "2026-03-04T13:02:11Z"));
  g_free (((ActIntegrationRun *) g_ptr_array_index (runs, 2))->id);
  ((ActIntegrationRun *) g_ptr_array_index (runs, 2))->id = g_strdup ("later");
  check_replay (run, runs,
                "A later run is complete already. The bill may be sent to Chargebee a second time.");

  g_free (run->entity_type);
  run->entity_type = g_strdup ("Notification");
  check_replay (run, NULL, "The same may be sent to Chargebee a second time.");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-text/status", test_status);
  g_test_add_func ("/run-text/duration", test_duration);
  g_test_add_func ("/run-text/finding", test_finding);
  g_test_add_func ("/run-text/day", test_day);
  g_test_add_func ("/run-text/history", test_history);
  g_test_add_func ("/run-text/replay", test_replay);

  return g_test_run ();
}
