/* What a query finds, grouped by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-cause-list.h"

#include "act-cause-template.h"
#include "act-event-status.h"
#include "act-event.h"
#include "act-store-marks-due.h"
#include "act-store-query.h"
#include "act-store-records.h"
#include "act-store-row-id.h"
#include "act-store-where.h"

/* Nobody reads more of a message in a list than the beginning that its cause was made from, which the
 * statement below names. */
G_STATIC_ASSERT (ACT_CAUSE_TEMPLATE_MAX_LENGTH == 4096);

/* Up to this many rows are looked up one by one; for more, all rows between the oldest and the
 * newest are read in order, which costs a tenth each. */
#define MAX_LOOK_UPS 10000

/* What is added up of a cause. */
typedef struct
{
  gint64 number;
  gint64 oldest;
  gint64 newest;
  guint  count;
  guint  open;
} Sum;

typedef struct
{
  const ActQuery *query; /* (nullable): %NULL for rows that are given */
  ActCauseOrder   order;
  GHashTable     *by_number; /* number of a cause to its Sum */
  Sum            *last;      /* (nullable): the one that was added to last */
  GArray         *row_ids;   /* newest first */
  GPtrArray      *causes;
  guint           n_causes;
  gboolean        marks_due;
} Grouping;

static Sum *
find_sum (Grouping *grouping,
          gint64    number)
{
  Sum *sum = grouping->last;

  if (sum != NULL && sum->number == number)
    return sum;

  sum = g_hash_table_lookup (grouping->by_number, &number);
  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      sum->number = number;
      sum->oldest = G_MAXINT64;
      sum->newest = G_MININT64;
      g_hash_table_insert (grouping->by_number, &sum->number, sum);
    }
  grouping->last = sum;

  return sum;
}

static void
add_row (Grouping     *grouping,
         gint64        row_id,
         ActStatement *row)
{
  Sum *sum = find_sum (grouping, act_statement_get_int (row, 1));

  sum->count++;
  sum->open += act_statement_get_int (row, 2) < ACT_EVENT_STATUS_FIRST_ACTIONED;
  sum->oldest = MIN (sum->oldest, row_id);
  sum->newest = MAX (sum->newest, row_id);
}

static gboolean
group_by_look_up (ActStoreDatabase *database,
                  Grouping         *grouping,
                  GError          **error)
{
  g_autoptr (ActStatement) find = NULL;

  for (guint i = 0; i < grouping->row_ids->len; i++)
    {
      gint64 row_id = g_array_index (grouping->row_ids, gint64, i);
      int    code;

      g_clear_pointer (&find, act_statement_release);
      find = act_store_database_prepare (
          database, "SELECT row_id, cause, " ACT_STORE_STATUS_WITH_DUE " FROM state WHERE row_id = :row_id",
          error);
      if (find == NULL)
        return FALSE;

      act_statement_bind_int (find, ":row_id", row_id);
      code = act_statement_step (find, error);
      if (code == SQLITE_ROW)
        add_row (grouping, row_id, find);
      else if (code != SQLITE_DONE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_actioned (const Grouping *grouping)
{
  return grouping->query == NULL || grouping->query->include_actioned || grouping->query->search != NULL;
}

#define SCAN_SQL(status) \
  "SELECT row_id, cause, " status " FROM state WHERE row_id BETWEEN :first AND :last ORDER BY row_id DESC"

/* Rows of a query for open events are open. */
static const char *
get_scan_sql (const Grouping *grouping)
{
  if (!has_actioned (grouping))
    return "SELECT row_id, cause, status FROM state INDEXED BY state_open"
           "  WHERE status < 8 AND row_id BETWEEN :first AND :last ORDER BY row_id DESC";

  return grouping->marks_due ? SCAN_SQL (ACT_STORE_STATUS_WITH_DUE) : SCAN_SQL ("status");
}

static gboolean
group_by_scan (ActStoreDatabase *database,
               Grouping         *grouping,
               GError          **error)
{
  const gint64 *row_ids = (const gint64 *) grouping->row_ids->data;
  guint         n = grouping->row_ids->len;
  guint         i = 0;
  int           code;
  g_autoptr (ActStatement) scan =
      act_store_database_prepare (database, get_scan_sql (grouping), error);

  if (scan == NULL)
    return FALSE;

  act_statement_bind_int (scan, ":first", row_ids[n - 1]);
  act_statement_bind_int (scan, ":last", row_ids[0]);
  while (i < n && (code = act_statement_step (scan, error)) == SQLITE_ROW)
    {
      gint64 row_id = act_statement_get_int (scan, 0);

      while (i < n && row_ids[i] > row_id)
        i++;
      if (i < n && row_ids[i] == row_id)
        {
          add_row (grouping, row_id, scan);
          i++;
        }
    }

  return i == n || code == SQLITE_DONE;
}

/* Without a search and without days, whose ends are looked at more closely, SQL alone tells which rows
 * there are. */
static gboolean
group_by_conditions (ActStoreDatabase *database,
                     Grouping         *grouping,
                     GError          **error)
{
  g_autofree char *from = act_store_where_build_from (grouping->query);
  g_autoptr (GString) sql = g_string_new ("SELECT row_id, cause, ");
  g_autoptr (ActStatement) scan = NULL;
  int code;

  g_string_append (sql, grouping->marks_due ? ACT_STORE_STATUS_WITH_DUE : "status");
  g_string_append (sql, from);
  act_store_where_append (grouping->query, grouping->marks_due, sql);
  scan = act_store_database_prepare (database, sql->str, error);
  if (scan == NULL)
    return FALSE;

  act_store_where_bind (grouping->query, scan);
  while ((code = act_statement_step (scan, error)) == SQLITE_ROW)
    add_row (grouping, act_statement_get_int (scan, 0), scan);

  return code == SQLITE_DONE;
}

static gboolean
group_rows (ActStoreDatabase *database,
            Grouping         *grouping,
            GError          **error)
{
  if (grouping->row_ids->len <= MAX_LOOK_UPS)
    return group_by_look_up (database, grouping, error);

  return group_by_scan (database, grouping, error);
}

static int
compare_counts (const Sum *left,
                const Sum *right)
{
  return (left->count < right->count) - (left->count > right->count);
}

static int
compare_newest (const Sum *left,
                const Sum *right)
{
  return (left->newest < right->newest) - (left->newest > right->newest);
}

static int
compare_sums (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Sum      *left = *(const Sum *const *) a;
  const Sum      *right = *(const Sum *const *) b;
  const Grouping *grouping = user_data;
  int             by_count = compare_counts (left, right);
  int             by_newest = compare_newest (left, right);

  if (grouping->order == ACT_CAUSE_ORDER_COUNT)
    return by_count != 0 ? by_count : by_newest;

  return by_newest != 0 ? by_newest : by_count;
}

static gboolean
describe_sum (ActStoreDatabase *database,
              Grouping         *grouping,
              const Sum        *sum,
              GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database,
      "SELECT state.kind, event_name.text, coalesce (nullif (configuration.name, ''), configuration.id),"
      "       destination.text, substr (event.message, 1, 4096)"
      "  FROM state JOIN event ON event.row_id = state.row_id"
      "  LEFT JOIN text AS event_name ON event_name.number = state.name"
      "  LEFT JOIN text AS destination ON destination.number = state.destination"
      "  LEFT JOIN name AS configuration ON configuration.number = state.configuration"
      "  WHERE state.row_id = :row_id",
      error);
  ActCause *cause = NULL;
  gint64    kind;
  int       code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":row_id", sum->newest);
  code = act_statement_step (find, error);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE;

  kind = act_statement_get_int (find, 0);
  cause = act_cause_new ();
  cause->number = sum->number;
  cause->kind = kind >= 0 && kind < ACT_N_EVENT_KINDS ? (ActEventKind) kind : ACT_EVENT_KIND_OTHER;
  cause->name = act_statement_dup_text (find, 1);
  cause->integration = act_statement_dup_text (find, 2);
  cause->destination = act_statement_dup_text (find, 3);
  cause->message = act_statement_dup_text (find, 4);
  cause->count = sum->count;
  cause->open = sum->open;
  cause->first = act_row_id_get_time (sum->oldest);
  cause->last = act_row_id_get_time (sum->newest);
  cause->newest = sum->newest;
  g_ptr_array_add (grouping->causes, cause);

  return TRUE;
}

static GPtrArray *
sort_sums (Grouping *grouping)
{
  GPtrArray     *sums = g_ptr_array_sized_new (g_hash_table_size (grouping->by_number));
  GHashTableIter iter;
  gpointer       sum = NULL;

  g_hash_table_iter_init (&iter, grouping->by_number);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    g_ptr_array_add (sums, sum);
  g_ptr_array_sort_with_data (sums, compare_sums, grouping);

  return sums;
}

static gboolean
group_found (ActStoreDatabase *database,
             Grouping         *grouping,
             GError          **error)
{
  g_autoptr (ActQuery) query = act_query_copy (grouping->query);

  query->sort = ACT_SORT_DATE;
  query->descending = TRUE;
  grouping->row_ids = act_store_query_run (database, query, 0, error);

  return grouping->row_ids != NULL && group_rows (database, grouping, error);
}

static gboolean
is_plain (const ActQuery *query)
{
  return (query->search == NULL || act_search_is_empty (query->search)) && query->after == ACT_TIME_UNKNOWN &&
         query->before == ACT_TIME_UNKNOWN;
}

/* All in one transaction, so that no event is counted that the query did not have. */
static gboolean
group (ActStoreDatabase *database,
       gpointer          data,
       GError          **error)
{
  Grouping *grouping = data;
  g_autoptr (GPtrArray) sums = NULL;
  gboolean grouped;

  if (!act_store_marks_due_exist (database, &grouping->marks_due, error))
    return FALSE;

  if (is_plain (grouping->query))
    grouped = group_by_conditions (database, grouping, error);
  else
    grouped = group_found (database, grouping, error);
  if (!grouped)
    return FALSE;

  sums = sort_sums (grouping);
  grouping->n_causes = sums->len;
  for (guint i = 0; i < MIN (sums->len, ACT_MAX_CAUSES); i++)
    {
      if (!describe_sum (database, grouping, g_ptr_array_index (sums, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_cause_list_read:
 * @database: a connection
 * @query: what to ask for; its order is of no account
 * @order: how causes are ordered
 * @n_causes: (out): return location for how many causes there are
 * @error: return location for an error
 *
 * Groups what a query finds by cause. On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActCause) (nullable): the first %ACT_MAX_CAUSES causes
 */
GPtrArray *
act_store_cause_list_read (ActStoreDatabase *database,
                           const ActQuery   *query,
                           ActCauseOrder     order,
                           guint            *n_causes,
                           GError          **error)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GPtrArray) causes = g_ptr_array_new_with_free_func ((GDestroyNotify) act_cause_free);
  Grouping grouping = { .query = query, .order = order, .by_number = by_number, .causes = causes };
  gboolean read = act_store_database_read (database, group, &grouping, error);

  g_clear_pointer (&grouping.row_ids, g_array_unref);
  *n_causes = grouping.n_causes;

  return read ? g_steal_pointer (&causes) : NULL;
}

static int
compare_row_ids (gconstpointer a,
                 gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left < right) - (left > right);
}

static gboolean
group_given (ActStoreDatabase *database,
             gpointer          data,
             GError          **error)
{
  Grouping *grouping = data;

  return act_store_marks_due_exist (database, &grouping->marks_due, error) &&
         group_rows (database, grouping, error);
}

/**
 * act_store_cause_list_count:
 * @database: a connection
 * @row_ids: (element-type gint64): events, in any order
 * @error: return location for an error
 *
 * Counts how many of some events have which cause and are open. On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActCauseCount) (nullable): the counts, in no order
 */
GArray *
act_store_cause_list_count (ActStoreDatabase *database,
                            GArray           *row_ids,
                            GError          **error)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), row_ids->len);
  Grouping       grouping = { .by_number = by_number, .row_ids = sorted };
  GArray        *counts = NULL;
  GHashTableIter iter;
  gpointer       value = NULL;

  g_array_append_vals (sorted, row_ids->data, row_ids->len);
  g_array_sort (sorted, compare_row_ids);
  if (!act_store_database_read (database, group_given, &grouping, error))
    return NULL;

  counts = g_array_new (FALSE, FALSE, sizeof (ActCauseCount));
  g_hash_table_iter_init (&iter, by_number);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Sum    *sum = value;
      ActCauseCount count = { sum->number, sum->open };

      g_array_append_val (counts, count);
    }

  return counts;
}
