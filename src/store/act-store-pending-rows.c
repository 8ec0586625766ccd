/* Marks that the server has not confirmed: rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-pending-rows.h"

#include <string.h>

/* So many gestures of a kind are told apart; what is older is gathered, since nobody looks through
 * thousands of rows, and reading must not grow with their number. */
#define MOST_GROUPS 50

typedef struct
{
  GPtrArray *groups; /* (owned) (element-type ActPendingGroup) */
} Listing;

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const ActPendingGroup *left = *(const ActPendingGroup *const *) a;
  const ActPendingGroup *right = *(const ActPendingGroup *const *) b;

  if (left->scope.kind != right->scope.kind)
    return (left->scope.kind > right->scope.kind) - (left->scope.kind < right->scope.kind);

  return (left->scope.from < right->scope.from) - (left->scope.from > right->scope.from);
}

/* The first line of a reason names the call, and with it the event; the rest may be the same. */
static gboolean
is_same_reason (const char *reason,
                const char *other)
{
  const char *rest = reason != NULL ? strchr (reason, '\n') : NULL;
  const char *other_rest = other != NULL ? strchr (other, '\n') : NULL;

  return g_strcmp0 (rest != NULL ? rest + 1 : reason, other_rest != NULL ? other_rest + 1 : other) == 0;
}

static void
merge_reason (ActPendingGroup *group,
              char            *reason,
              gboolean         is_one)
{
  group->has_one_reason = group->has_one_reason && is_one &&
                          (group->reason == NULL || is_same_reason (group->reason, reason));
  if (group->reason == NULL)
    group->reason = reason;
  else
    g_free (reason);
}

/* A group of one state of one gesture, from a row of the statement below. */
static ActPendingGroup *
make_group (ActStatement *row)
{
  ActPendingGroup *group = act_pending_group_new ();
  ActOutboxState   state = (ActOutboxState) act_statement_get_int (row, 0);

  group->scope.kind = act_pending_kind_from_state (state);
  group->scope.from = act_statement_get_int (row, 1);
  group->scope.to = group->scope.from;
  group->count = (guint) act_statement_get_int (row, 2);
  group->n_gestures = 1;
  if (state == ACT_OUTBOX_SENDING || state == ACT_OUTBOX_VERIFYING)
    group->n_sending = group->count;
  group->has_one_reason = TRUE;
  merge_reason (group, act_statement_dup_text (row, 3), act_statement_get_int (row, 4) <= 1);

  return group;
}

static void
merge_group (ActPendingGroup *group,
             ActPendingGroup *other)
{
  if (group->scope.from != other->scope.from)
    group->n_gestures += other->n_gestures;
  group->scope.from = MIN (group->scope.from, other->scope.from);
  group->scope.to = MAX (group->scope.to, other->scope.to);
  group->count += other->count;
  group->n_sending += other->n_sending;
  merge_reason (group, g_steal_pointer (&other->reason), other->has_one_reason);
}

static gboolean
read_groups (ActStoreDatabase *database,
             GPtrArray        *groups,
             GError          **error)
{
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT state, created, count(*), max (reason),"
      "    count(DISTINCT coalesce (substr (reason, instr (reason, char (10)) + 1), ''))"
      "  FROM outbox INDEXED BY outbox_by_state WHERE state <> 4 AND action = 0"
      "  GROUP BY state, created",
      error);
  int code;

  if (list == NULL)
    return FALSE;

  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    g_ptr_array_add (groups, make_group (list));

  return code == SQLITE_DONE;
}

/* Puts the states of one gesture together that are of one kind, and what there is too much of. */
static GPtrArray *
gather_groups (GPtrArray *read)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) act_pending_group_free);
  guint      n_of_kind = 0;

  g_ptr_array_sort (read, compare_groups);
  while (read->len > 0)
    {
      g_autoptr (ActPendingGroup) group = g_ptr_array_steal_index (read, 0);
      ActPendingGroup *last = NULL;

      if (groups->len > 0)
        last = g_ptr_array_index (groups, groups->len - 1);
      if (last == NULL || last->scope.kind != group->scope.kind)
        n_of_kind = 0;

      if (n_of_kind > 0 && (last->scope.from == group->scope.from || n_of_kind == MOST_GROUPS))
        {
          merge_group (last, group);
          continue;
        }

      n_of_kind++;
      g_ptr_array_add (groups, g_steal_pointer (&group));
    }

  return groups;
}

/* What is only one event is called by it. */
static gboolean
read_event_of_group (ActStoreDatabase *database,
                     ActPendingGroup  *group,
                     GError          **error)
{
  g_autoptr (GPtrArray) marks = NULL;

  if (group->count != 1)
    return TRUE;

  marks = act_store_pending_rows_list_marks (database, &group->scope, 0, 1, error);
  if (marks == NULL)
    return FALSE;

  if (marks->len == 1)
    {
      ActPendingMark *mark = g_ptr_array_index (marks, 0);

      group->message = g_strdup (mark->message != NULL ? mark->message : mark->event_id);
      group->row_id = mark->row_id;
    }

  return TRUE;
}

static gboolean
list_groups (ActStoreDatabase *database,
             gpointer          data,
             GError          **error)
{
  Listing *listing = data;
  g_autoptr (GPtrArray) read = NULL;

  read = g_ptr_array_new_with_free_func ((GDestroyNotify) act_pending_group_free);
  if (!read_groups (database, read, error))
    return FALSE;

  listing->groups = gather_groups (read);
  for (guint i = 0; i < listing->groups->len; i++)
    {
      if (!read_event_of_group (database, g_ptr_array_index (listing->groups, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_pending_rows_list_groups:
 * @database: a connection
 * @error: return location for an error
 *
 * Gathers the marks that are not done, as of one moment. On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActPendingGroup) (nullable): the groups, by kind, newest
 *   first
 */
GPtrArray *
act_store_pending_rows_list_groups (ActStoreDatabase *database,
                                    GError          **error)
{
  Listing listing = { NULL };

  if (!act_store_database_read (database, list_groups, &listing, error))
    g_clear_pointer (&listing.groups, g_ptr_array_unref);

  return listing.groups;
}

static ActPendingMark *
make_mark (ActStatement *row)
{
  ActPendingMark *mark = act_pending_mark_new ();

  mark->entry_id = act_statement_get_int (row, 0);
  mark->event_id = act_statement_dup_text (row, 1);
  mark->row_id = act_statement_get_int (row, 2);
  mark->state = (ActOutboxState) act_statement_get_int (row, 3);
  mark->message = act_statement_dup_text (row, 4);
  mark->reason = act_statement_dup_text (row, 5);

  return mark;
}

/**
 * act_store_pending_rows_list_marks:
 * @database: a connection
 * @scope: which
 * @after_id: the last entry that was listed before, 0 for the first
 * @limit: how many at most
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (element-type ActPendingMark) (nullable): the marks, oldest first
 */
GPtrArray *
act_store_pending_rows_list_marks (ActStoreDatabase      *database,
                                   const ActPendingScope *scope,
                                   gint64                 after_id,
                                   guint                  limit,
                                   GError               **error)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT mark.id, mark.target, mark.row_id, mark.state, event.message, mark.reason"
      "  FROM (SELECT id, target, row_id, state, reason FROM outbox INDEXED BY outbox_by_state"
      "          WHERE state <> 4 AND action = 0 AND (:states >> state) & 1"
      "            AND created BETWEEN :from AND :to AND id > :after"
      "            AND (:id = 0 OR id = :id) ORDER BY id LIMIT :limit) AS mark"
      "    LEFT JOIN event ON event.row_id = mark.row_id ORDER BY mark.id",
      error);
  int code;

  if (list == NULL)
    return NULL;

  act_statement_bind_int (list, ":states", act_pending_kind_get_states (scope->kind));
  act_statement_bind_int (list, ":from", scope->from);
  act_statement_bind_int (list, ":to", scope->to);
  act_statement_bind_int (list, ":after", after_id);
  act_statement_bind_int (list, ":id", scope->entry_id);
  act_statement_bind_int (list, ":limit", limit);
  marks = g_ptr_array_new_with_free_func ((GDestroyNotify) act_pending_mark_free);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    g_ptr_array_add (marks, make_mark (list));

  return code == SQLITE_DONE ? g_steal_pointer (&marks) : NULL;
}
