/* Sums and counts over many rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-records.h"

#include "act-event-status.h"
#include "act-event.h"
#include "act-outbox-entry.h"

/* Up to this many rows are looked up one by one; for more, all open rows between the oldest and the
 * newest are read in order, which costs 0.1 µs each instead of 1 µs. */
#define MAX_LOOK_UPS 10000

typedef struct
{
  GArray              *wanted; /* ascending */
  ActSelectionSummary *summary;
} Summary;

static int
compare_row_ids (gconstpointer a,
                 gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static GArray *
sort_row_ids (GArray *row_ids)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), row_ids->len);
  guint   n = 0;

  g_array_append_vals (sorted, row_ids->data, row_ids->len);
  g_array_sort (sorted, compare_row_ids);

  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 row_id = g_array_index (sorted, gint64, i);

      if (n == 0 || g_array_index (sorted, gint64, n - 1) != row_id)
        g_array_index (sorted, gint64, n++) = row_id;
    }
  g_array_set_size (sorted, n);

  return sorted;
}

static void
add_to_summary (ActSelectionSummary *summary,
                gint64               row_id,
                gint64               kind)
{
  if (kind < 0 || kind >= ACT_N_EVENT_KINDS)
    kind = ACT_EVENT_KIND_OTHER;

  g_array_append_val (summary->row_ids, row_id);
  summary->by_kind[kind]++;
}

static gboolean
summarise_by_look_up (ActStoreDatabase *database,
                      Summary          *data,
                      GError          **error)
{
  for (guint i = 0; i < data->wanted->len; i++)
    {
      g_autoptr (ActStatement) find = act_store_database_prepare (
          database,
          "SELECT kind FROM state WHERE row_id = :row_id AND status < 8"
          "  AND row_id NOT IN (SELECT row_id FROM mark_due)",
          error);
      gint64 row_id = g_array_index (data->wanted, gint64, i);
      int    code;

      if (find == NULL)
        return FALSE;

      act_statement_bind_int (find, ":row_id", row_id);
      code = act_statement_step (find, error);
      if (code == SQLITE_ROW)
        add_to_summary (data->summary, row_id, act_statement_get_int (find, 0));
      else if (code != SQLITE_DONE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
summarise_by_scan (ActStoreDatabase *database,
                   Summary          *data,
                   GError          **error)
{
  const gint64 *wanted = (const gint64 *) data->wanted->data;
  guint         i = 0;
  int           code;
  g_autoptr (ActStatement) scan = act_store_database_prepare (
      database,
      "SELECT row_id, kind FROM state INDEXED BY state_open"
      "  WHERE status < 8 AND row_id BETWEEN :first AND :last"
      "    AND row_id NOT IN (SELECT row_id FROM mark_due) ORDER BY row_id",
      error);

  if (scan == NULL)
    return FALSE;

  act_statement_bind_int (scan, ":first", wanted[0]);
  act_statement_bind_int (scan, ":last", wanted[data->wanted->len - 1]);
  while ((code = act_statement_step (scan, error)) == SQLITE_ROW)
    {
      gint64 row_id = act_statement_get_int (scan, 0);

      while (i < data->wanted->len && wanted[i] < row_id)
        i++;
      if (i < data->wanted->len && wanted[i] == row_id)
        add_to_summary (data->summary, row_id, act_statement_get_int (scan, 1));
    }

  return code == SQLITE_DONE;
}

static gboolean
read_time (ActStoreDatabase *database,
           gint64            row_id,
           gint64           *time,
           GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT coalesce (event.time, state.first_seen) FROM event JOIN state USING (row_id)"
      "  WHERE event.row_id = :row_id",
      error);

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":row_id", row_id);
  if (act_statement_step (find, error) != SQLITE_ROW)
    return FALSE;
  *time = act_statement_get_int (find, 0);

  return TRUE;
}

static gboolean
summarise (ActStoreDatabase *database,
           gpointer          user_data,
           GError          **error)
{
  Summary             *data = user_data;
  ActSelectionSummary *summary = data->summary;
  gboolean             done;

  if (data->wanted->len <= MAX_LOOK_UPS)
    done = summarise_by_look_up (database, data, error);
  else
    done = summarise_by_scan (database, data, error);

  if (!done || summary->row_ids->len == 0)
    return done;

  return read_time (database, g_array_index (summary->row_ids, gint64, 0), &summary->oldest,
                    error) &&
         read_time (database,
                    g_array_index (summary->row_ids, gint64, summary->row_ids->len - 1),
                    &summary->newest, error);
}

/**
 * act_store_records_summarise:
 * @database: a connection
 * @row_ids: (element-type gint64): which rows, in any order
 * @error: return location for an error
 *
 * Sums up those of the rows that can be marked. On the connection's thread.
 *
 * Returns: (transfer full) (nullable): the summary
 */
ActSelectionSummary *
act_store_records_summarise (ActStoreDatabase *database,
                             GArray           *row_ids,
                             GError          **error)
{
  g_autoptr (GArray) wanted = sort_row_ids (row_ids);
  g_autoptr (ActSelectionSummary) summary = act_selection_summary_new ();
  Summary data = { wanted, summary };

  if (!act_store_database_read (database, summarise, &data, error))
    return NULL;

  return g_steal_pointer (&summary);
}

static gboolean
count_events (ActStoreDatabase *database,
              ActCounts        *counts,
              GError          **error)
{
  g_autoptr (ActStatement) count = act_store_database_prepare (
      database, "SELECT kind, status, count FROM tally WHERE count > 0", error);
  int code;

  if (count == NULL)
    return FALSE;

  while ((code = act_statement_step (count, error)) == SQLITE_ROW)
    {
      gint64 kind = act_statement_get_int (count, 0);
      guint  n = (guint) act_statement_get_int (count, 2);

      if (kind < 0 || kind >= ACT_N_EVENT_KINDS)
        kind = ACT_EVENT_KIND_OTHER;
      counts->all_by_kind[kind] += n;
      if (act_statement_get_int (count, 1) < ACT_EVENT_STATUS_FIRST_ACTIONED)
        counts->open_by_kind[kind] += n;
    }

  return code == SQLITE_DONE;
}

/* What tally counts as open although it is marked. */
static gboolean
subtract_marks_due (ActStoreDatabase *database,
                    ActCounts        *counts,
                    GError          **error)
{
  g_autoptr (ActStatement) count = act_store_database_prepare (
      database, "SELECT kind, count(*) FROM mark_due GROUP BY kind", error);
  int code;

  if (count == NULL)
    return FALSE;

  while ((code = act_statement_step (count, error)) == SQLITE_ROW)
    {
      gint64 kind = act_statement_get_int (count, 0);

      if (kind < 0 || kind >= ACT_N_EVENT_KINDS)
        kind = ACT_EVENT_KIND_OTHER;
      counts->open_by_kind[kind] -= (guint) act_statement_get_int (count, 1);
    }

  return code == SQLITE_DONE;
}

static void
count_entries (ActCounts     *counts,
               ActOutboxState state,
               guint          n)
{
  switch (state)
    {
    case ACT_OUTBOX_HELD:
      counts->held += n;
      counts->waiting += n;
      break;

    case ACT_OUTBOX_READY:
    case ACT_OUTBOX_SENDING:
    case ACT_OUTBOX_VERIFYING:
    case ACT_OUTBOX_UNKNOWN:
    case ACT_OUTBOX_WAITING_FOR_SIGN_IN:
      counts->waiting += n;
      break;

    case ACT_OUTBOX_REFUSED:
      counts->refused += n;
      break;

    case ACT_OUTBOX_UNSUPPORTED:
      counts->local += n;
      break;

    case ACT_OUTBOX_DONE:
    default:
      break;
    }
}

static void
count_changes (ActCounts     *counts,
               ActOutboxState state,
               guint          n)
{
  if (state == ACT_OUTBOX_REFUSED || state == ACT_OUTBOX_UNSUPPORTED || state == ACT_OUTBOX_DONE)
    counts->refused_changes += n;
  else
    counts->waiting += n;
}

static gboolean
count_marks (ActStoreDatabase *database,
             ActCounts        *counts,
             GError          **error)
{
  g_autoptr (ActStatement) count = act_store_database_prepare (
      database,
      "SELECT state, count(*) FROM outbox WHERE state <> 4 AND action = 0 GROUP BY state", error);
  int code;

  if (count == NULL)
    return FALSE;

  while ((code = act_statement_step (count, error)) == SQLITE_ROW)
    count_entries (counts, (ActOutboxState) act_statement_get_int (count, 0),
                   (guint) act_statement_get_int (count, 1));

  return code == SQLITE_DONE;
}

static gboolean
count_other_changes (ActStoreDatabase *database,
                     ActCounts        *counts,
                     GError          **error)
{
  g_autoptr (ActStatement) count = act_store_database_prepare (
      database,
      "SELECT state, count(*) FROM outbox INDEXED BY outbox_changes"
      "  WHERE action <> 0 AND (state <> 4 OR reason IS NOT NULL) GROUP BY state",
      error);
  int code;

  if (count == NULL)
    return FALSE;

  while ((code = act_statement_step (count, error)) == SQLITE_ROW)
    count_changes (counts, (ActOutboxState) act_statement_get_int (count, 0),
                   (guint) act_statement_get_int (count, 1));

  return code == SQLITE_DONE;
}

static gboolean
count_all (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  return count_events (database, data, error) && subtract_marks_due (database, data, error) &&
         count_marks (database, data, error) &&
         count_other_changes (database, data, error);
}

/**
 * act_store_records_count:
 * @database: a connection
 * @error: return location for an error
 *
 * Counts events and changes, as of one moment. On the connection's thread.
 *
 * Returns: (transfer full) (nullable): the counts
 */
ActCounts *
act_store_records_count (ActStoreDatabase *database,
                         GError          **error)
{
  g_autoptr (ActCounts) counts = g_new0 (ActCounts, 1);

  if (!act_store_database_read (database, count_all, counts, error))
    return NULL;

  return g_steal_pointer (&counts);
}
