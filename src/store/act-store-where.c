/* What of a query is asked in SQL
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-where.h"

#include "act-event.h"
#include "act-store-answer.h"

/* The days of a query, as far as they narrow it. */
typedef struct
{
  gint64 after;
  gint64 before;
} Days;

static void
narrow (Days  *days,
        gint64 after,
        gint64 before)
{
  if (after != ACT_TIME_UNKNOWN)
    days->after = MAX (days->after, after);
  if (before != ACT_TIME_UNKNOWN)
    days->before = days->before == ACT_TIME_UNKNOWN ? before : MIN (days->before, before);
}

static Days
get_days (const ActQuery *query)
{
  Days                 days = { query->after, query->before };
  guint                n_terms = 0;
  const ActSearchTerm *terms = NULL;

  if (query->search != NULL)
    terms = act_search_get_terms (query->search, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      const ActSearchTerm *term = &terms[i];

      if (term->negated || term->from == ACT_TIME_UNKNOWN)
        continue;

      if (term->field == ACT_SEARCH_AFTER)
        narrow (&days, term->from, ACT_TIME_UNKNOWN);
      else if (term->field == ACT_SEARCH_BEFORE)
        narrow (&days, ACT_TIME_UNKNOWN, term->from);
      else if (term->field == ACT_SEARCH_DURING)
        narrow (&days, term->from, term->until);
    }

  return days;
}

static gboolean
filters_kinds (const ActQuery *query)
{
  return (query->kinds & ACT_QUERY_ALL_KINDS) != ACT_QUERY_ALL_KINDS;
}

/* Whether a search that names states names open ones only. */
static gboolean
names_open_only (const ActSearch *search)
{
  guint                n_terms = 0;
  const ActSearchTerm *terms = act_search_get_terms (search, &n_terms);
  gboolean             any = FALSE;

  for (guint i = 0; i < n_terms; i++)
    {
      if (terms[i].field != ACT_SEARCH_IS || terms[i].negated)
        continue;

      if (terms[i].is != ACT_SEARCH_IS_OPEN && terms[i].is != ACT_SEARCH_IS_REFUSED)
        return FALSE;
      any = TRUE;
    }

  return any;
}

/**
 * act_store_where_is_open_only:
 * @query: a query
 *
 * Any thread.
 *
 * Returns: whether only open events are asked for
 */
gboolean
act_store_where_is_open_only (const ActQuery *query)
{
  if (query->search != NULL && act_search_names_state (query->search))
    return names_open_only (query->search);

  return !query->include_actioned;
}

/**
 * act_store_where_build_from:
 * @query: a query
 *
 * Gives the table to go through, with the index that fits: open events are few among many, which
 * SQLite cannot know, and those of a cause are fewer. Any thread.
 *
 * Returns: (transfer full): SQL
 */
char *
act_store_where_build_from (const ActQuery *query)
{
  if (query->cause != 0)
    return g_strdup (" FROM state INDEXED BY state_by_cause");
  if (act_store_where_is_open_only (query))
    return g_strdup (" FROM state INDEXED BY state_open");

  return g_strdup (" FROM state NOT INDEXED");
}

static void
append_destinations (const ActQuery *query,
                     GString        *sql)
{
  g_string_append (sql, " AND state.destination IN (SELECT number FROM text WHERE text IN (");
  for (guint i = 0; query->destinations[i] != NULL; i++)
    g_string_append_printf (sql, "%s:destination%u", i > 0 ? ", " : "", i);
  g_string_append (sql, "))");
}

/**
 * act_store_where_append:
 * @query: a query
 * @marks_due: whether there are marks that `state` is still to follow
 * @sql: gets the conditions, all of whose values are parameters
 *
 * Any thread.
 */
void
act_store_where_append (const ActQuery *query,
                        gboolean        marks_due,
                        GString        *sql)
{
  Days days = get_days (query);

  g_string_append (sql, act_store_where_is_open_only (query) ? " WHERE state.status < 8" : " WHERE TRUE");
  if (marks_due && act_store_where_is_open_only (query))
    g_string_append (sql, " AND state.row_id NOT IN (SELECT row_id FROM mark_due)");
  if (query->cause != 0)
    g_string_append (sql, " AND state.cause = :cause");
  if (filters_kinds (query))
    g_string_append (sql, " AND (1 << state.kind) & :kinds");
  if (query->configuration_id != NULL)
    g_string_append (sql, " AND state.configuration ="
                          " (SELECT number FROM name WHERE kind = 0 AND id = :configuration)");
  if (query->destinations != NULL)
    append_destinations (query, sql);
  if (days.after != ACT_TIME_UNKNOWN)
    g_string_append (sql, " AND state.row_id >= :after");
  if (days.before != ACT_TIME_UNKNOWN)
    g_string_append (sql, " AND state.row_id < :before");
}

/**
 * act_store_where_bind:
 * @query: a query that lives for as long as the statement is in use
 * @statement: a statement with its conditions
 *
 * On the statement's thread.
 */
void
act_store_where_bind (const ActQuery *query,
                      ActStatement   *statement)
{
  Days days = get_days (query);

  if (query->cause != 0)
    act_statement_bind_int (statement, ":cause", query->cause);
  if (filters_kinds (query))
    act_statement_bind_int (statement, ":kinds", query->kinds);
  if (query->configuration_id != NULL)
    act_statement_bind_text (statement, ":configuration", query->configuration_id);
  for (guint i = 0; query->destinations != NULL && query->destinations[i] != NULL; i++)
    {
      g_autofree char *parameter = g_strdup_printf (":destination%u", i);

      act_statement_bind_text (statement, parameter, query->destinations[i]);
    }

  /* What lies close to the ends is looked at more closely. */
  if (days.after != ACT_TIME_UNKNOWN)
    act_statement_bind_int (statement, ":after", act_store_answer_first_row (days.after));
  if (days.before != ACT_TIME_UNKNOWN)
    act_statement_bind_int (statement, ":before", act_store_answer_end_row (days.before));
}
