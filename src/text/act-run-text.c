/* Integration runs in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-run-text.h"

#include "act-event.h"
#include "act-safe-text.h"
#include "act-time-text.h"

#include <glib/gi18n.h>

#define SECOND ((gint64) 1000)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/**
 * act_run_text_status:
 * @run: a run
 *
 * Says where a run stands in a word or two. A status that is not known here is shown as the server
 * writes it.
 *
 * Returns: (transfer full): the text
 */
char *
act_run_text_status (const ActIntegrationRun *run)
{
  g_return_val_if_fail (run != NULL, NULL);

  if (run->status == ACT_RUN_STATUS_OTHER && run->status_name != NULL && *run->status_name != '\0')
    return act_safe_text_line (run->status_name);

  return g_strdup (g_dpgettext2 (NULL, "run status", act_run_status_get_label (run->status)));
}

/**
 * act_run_text_meaning:
 * @run: a run
 *
 * Returns: what the run's status means in one or two sentences
 */
const char *
act_run_text_meaning (const ActIntegrationRun *run)
{
  g_return_val_if_fail (run != NULL, NULL);

  return g_dgettext (NULL, act_run_status_get_meaning (run->status));
}

/**
 * act_run_text_duration:
 * @milliseconds: how long something took, in milliseconds; not negative
 *
 * Writes a time span with the two largest units that it has, such as `1 min 12 s`.
 *
 * Returns: (transfer full): the text
 */
char *
act_run_text_duration (gint64 milliseconds)
{
  gint64 days = milliseconds / DAY;
  gint64 hours = milliseconds % DAY / HOUR;
  gint64 minutes = milliseconds % HOUR / MINUTE;
  gint64 seconds = milliseconds % MINUTE / SECOND;

  g_return_val_if_fail (milliseconds >= 0, NULL);

  if (days > 0)
    /* Translators: how long something took: days and hours */
    return g_strdup_printf (_ ("%1$d d %2$d h"), (int) MIN (days, G_MAXINT), (int) hours);
  if (hours > 0)
    /* Translators: how long something took: hours and minutes */
    return g_strdup_printf (_ ("%1$d h %2$d min"), (int) hours, (int) minutes);
  if (minutes > 0)
    /* Translators: how long something took: minutes and seconds */
    return g_strdup_printf (_ ("%1$d min %2$d s"), (int) minutes, (int) seconds);
  if (seconds > 0)
    /* Translators: how long something took: seconds */
    return g_strdup_printf (_ ("%d s"), (int) seconds);

  /* Translators: how long something took: thousandths of a second */
  return g_strdup_printf (_ ("%d ms"), (int) milliseconds);
}

/**
 * act_run_text_finding:
 * @finding: how a run was found
 *
 * Says how it is known that a run is the one that an event is about.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when there is nothing to say
 */
char *
act_run_text_finding (const ActRunFinding *finding)
{
  g_autofree char *type = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  switch (finding->way)
    {
    case ACT_FINDING_NAMED:
      return g_strdup (_ ("Named by the event"));

    case ACT_FINDING_LATEST_RUN:
      if (finding->run != NULL && g_strcmp0 (finding->run->entity_type, "Bill") == 0)
        return g_strdup (_ ("Latest run of this bill; it may not be the one that failed"));
      if (finding->run == NULL || finding->run->entity_type == NULL)
        return g_strdup (_ ("Latest run; it may not be the one that failed"));

      type = act_safe_text_line (finding->run->entity_type);
      /* Translators: %s is what the run was for, such as Account, as the server writes it */
      return g_strdup_printf (_ ("Latest run of this %s; it may not be the one that failed"), type);

    case ACT_FINDING_MATCHED:
      return g_strdup (_ ("Fits what the event names; it may not be the one that failed"));

    case ACT_FINDING_CHOSEN:
      return g_strdup (_ ("Chosen by you"));

    case ACT_FINDING_NONE:
    default:
      return NULL;
    }
}

/**
 * act_run_text_mark:
 * @run: a run
 * @now: the time by which this year is known
 *
 * Names a run among the others of its entity: when it was, and what became of it.
 *
 * Returns: (transfer full): the text
 */
char *
act_run_text_mark (const ActIntegrationRun *run,
                   gint64                   now)
{
  g_autofree char *time = NULL;
  g_autofree char *status = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  time = act_time_text_spoken (act_integration_run_get_time (run), now);
  status = act_run_text_status (run);

  /* Translators: one of several runs: when it was, then what became of it, as in
   * "3 March 14:02: Failed" */
  return g_strdup_printf (C_ ("run", "%1$s: %2$s"), time, status);
}

/**
 * act_run_text_day:
 * @milliseconds: a time, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 *
 * Writes when a run was in two short lines, day and time, for below its mark.
 *
 * Returns: (transfer full): the text
 */
char *
act_run_text_day (gint64 milliseconds)
{
  g_autoptr (GTimeZone) zone = act_time_text_get_zone ();
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (milliseconds != ACT_TIME_UNKNOWN)
    utc = g_date_time_new_from_unix_utc (milliseconds / 1000);
  if (utc != NULL)
    time = g_date_time_to_timezone (utc, zone);
  if (time == NULL)
    /* Translators: in place of a time that is not known */
    return g_strdup (C_ ("time", "Unknown"));

  /* Translators: a day, and the time below it in a line of its own; see GDateTime's format */
  return g_date_time_format (time, _ ("%-d %b\n%H:%M"));
}

static char *
format_count (ActRunOutcome outcome,
              guint         n)
{
  switch (outcome)
    {
    case ACT_RUN_OUTCOME_RUNNING:
      /* Translators: how many runs have not ended; part of a list */
      return g_strdup_printf (ngettext ("%u running", "%u running", n), n);

    case ACT_RUN_OUTCOME_SUCCEEDED:
      /* Translators: how many runs have ended well; part of a list */
      return g_strdup_printf (ngettext ("%u complete", "%u complete", n), n);

    case ACT_RUN_OUTCOME_RETRYING:
      /* Translators: how many runs the server is going to try again; part of a list */
      return g_strdup_printf (ngettext ("%u will be tried again", "%u will be tried again", n), n);

    case ACT_RUN_OUTCOME_FAILED:
      /* Translators: how many runs have failed; part of a list */
      return g_strdup_printf (ngettext ("%u failed", "%u failed", n), n);

    case ACT_RUN_OUTCOME_UNKNOWN:
    default:
      /* Translators: of how many runs it is not known how they stand; part of a list */
      return g_strdup_printf (ngettext ("%u unknown", "%u unknown", n), n);
    }
}

static char *
join (GStrvBuilder *parts)
{
  g_auto (GStrv) strings = g_strv_builder_end (parts);

  /* Translators: between the parts of a list, as in "3 failed, 2 complete" */
  return g_strjoinv (C_ ("list", ", "), strings);
}

static char *
sum_up (guint       n,
        const char *list,
        gboolean    is_known_only)
{
  if (is_known_only)
    /* Translators: while the server cannot be asked, which may have more: %1$u is how many runs, %2$s
     * a list such as "3 failed, 2 complete" or "3 March 14:02: Failed, …" */
    return g_strdup_printf (
        ngettext ("%1$u run known on this computer: %2$s", "%1$u runs known on this computer: %2$s", n), n, list);

  /* Translators: %1$u is how many runs, %2$s a list such as "3 failed, 2 complete" or
   * "3 March 14:02: Failed, …" */
  return g_strdup_printf (ngettext ("%1$u run: %2$s", "%1$u runs: %2$s", n), n, list);
}

/**
 * act_run_text_counts:
 * @runs: (element-type ActIntegrationRun): runs of one entity
 * @is_known_only: whether the server could not be asked, and may have more
 *
 * Sums up a history in a line, such as `5 runs: 3 failed, 2 complete`.
 *
 * Returns: (transfer full): the text
 */
char *
act_run_text_counts (GPtrArray *runs,
                     gboolean   is_known_only)
{
  static const ActRunOutcome order[] = { ACT_RUN_OUTCOME_FAILED, ACT_RUN_OUTCOME_SUCCEEDED,
                                         ACT_RUN_OUTCOME_RETRYING, ACT_RUN_OUTCOME_RUNNING,
                                         ACT_RUN_OUTCOME_UNKNOWN };
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *list = NULL;
  guint            counts[ACT_N_RUN_OUTCOMES] = { 0 };

  g_return_val_if_fail (runs != NULL, NULL);

  if (runs->len == 0)
    return g_strdup (is_known_only ? _ ("No runs known on this computer") : _ ("No runs"));

  for (guint i = 0; i < runs->len; i++)
    {
      const ActIntegrationRun *run = g_ptr_array_index (runs, i);

      counts[act_run_status_get_outcome (run->status)]++;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *part = NULL;

      if (counts[order[i]] == 0)
        continue;

      part = format_count (order[i], counts[order[i]]);
      g_strv_builder_add (parts, part);
    }

  list = join (parts);

  return sum_up (runs->len, list, is_known_only);
}

/**
 * act_run_text_history:
 * @runs: (element-type ActIntegrationRun): runs of one entity, in the order in which to name them
 * @is_known_only: whether the server could not be asked, and may have more
 * @now: the time by which this year is known
 *
 * Writes a history out in full, for who cannot see it drawn.
 *
 * Returns: (transfer full): the text
 */
char *
act_run_text_history (GPtrArray *runs,
                      gboolean   is_known_only,
                      gint64     now)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *list = NULL;

  g_return_val_if_fail (runs != NULL, NULL);

  if (runs->len == 0)
    return g_strdup (is_known_only ? _ ("No runs known on this computer") : _ ("No runs"));

  for (guint i = 0; i < runs->len; i++)
    {
      g_autofree char *mark = act_run_text_mark (g_ptr_array_index (runs, i), now);

      g_strv_builder_add (parts, mark);
    }

  list = join (parts);

  return sum_up (runs->len, list, is_known_only);
}

static const char *
describe_later_run (const ActIntegrationRun *run,
                    GPtrArray               *runs)
{
  gint64 time = act_integration_run_get_time (run);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const ActIntegrationRun *other = g_ptr_array_index (runs, i);
      ActRunOutcome            outcome = act_run_status_get_outcome (other->status);

      if (g_strcmp0 (other->id, run->id) == 0 || act_integration_run_get_time (other) <= time)
        continue;
      if (outcome == ACT_RUN_OUTCOME_SUCCEEDED)
        return _ ("A later run is complete already.");
      if (outcome == ACT_RUN_OUTCOME_RUNNING || outcome == ACT_RUN_OUTCOME_RETRYING)
        return _ ("A later run has not ended yet.");
    }

  return NULL;
}

/**
 * act_run_text_replay:
 * @run: the run that is to be run again
 * @runs: (nullable) (element-type ActIntegrationRun): the runs of the same entity
 *
 * Says what running it again may bring about, for the question whether to do it.
 *
 * Returns: (transfer full): the text
 */
char *
act_run_text_replay (const ActIntegrationRun *run,
                     GPtrArray               *runs)
{
  g_autofree char *destination = NULL;
  g_autofree char *warning = NULL;
  const char      *later = NULL;
  gboolean         is_bill = FALSE;

  g_return_val_if_fail (run != NULL, NULL);

  is_bill = g_strcmp0 (run->entity_type, "Bill") == 0;
  if (run->destination != NULL && *run->destination != '\0')
    destination = act_safe_text_line (run->destination);

  if (destination != NULL && is_bill)
    /* Translators: %s is another system, such as Chargebee */
    warning = g_strdup_printf (_ ("The bill may be sent to %s a second time."), destination);
  else if (destination != NULL)
    /* Translators: %s is another system, such as Chargebee */
    warning = g_strdup_printf (_ ("The same may be sent to %s a second time."), destination);
  else
    warning = g_strdup (_ ("The same may be sent to the other system a second time."));

  later = describe_later_run (run, runs);
  if (later == NULL)
    return g_steal_pointer (&warning);

  /* Translators: two sentences: that another run has done it already, and what running it again may
   * bring about */
  return g_strdup_printf (C_ ("replay", "%1$s %2$s"), later, warning);
}
