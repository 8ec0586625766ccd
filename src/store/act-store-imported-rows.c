/* Changes that were not sent from another computer: held apart from the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-imported-rows.h"

#include "act-change.h"
#include "act-event-status.h"
#include "act-outbox-entry.h"
#include "act-store-change-rows.h"
#include "act-store-outbox.h"
#include "act-time.h"
#include "act-unsent.h"

/* SQL text names them. */
G_STATIC_ASSERT (ACT_OUTBOX_MARK_ACTIONED == 0);
G_STATIC_ASSERT (ACT_OUTBOX_DONE == 4);
G_STATIC_ASSERT (ACT_EVENT_STATUS_REFUSED == 2);

/* Whether there is nothing left to send: it waits here too, or its event is actioned or gone. */
static gboolean
is_needless (ActStoreDatabase *database,
             const ActPortRow *row,
             gboolean         *needless,
             GError          **error)
{
  g_autoptr (ActStatement) look = act_store_database_prepare (
      database,
      "SELECT EXISTS (SELECT 1 FROM imported WHERE target = :target AND action = :action) OR"
      "  EXISTS (SELECT 1 FROM outbox WHERE target = :target AND action = :action AND state <> 4) OR"
      "  (:action = 0 AND EXISTS (SELECT 1 FROM event JOIN state ON state.row_id = event.row_id"
      "                             WHERE event.id = :target AND state.status > 2))",
      error);

  if (look == NULL)
    return FALSE;

  act_statement_bind_text (look, ":target", row->texts[ACT_PORT_CHANGE_TARGET]);
  act_statement_bind_int (look, ":action", row->numbers[ACT_PORT_CHANGE_ACTION]);
  if (act_statement_step (look, error) != SQLITE_ROW)
    return FALSE;

  *needless = act_statement_get_int (look, 0) != 0;

  return TRUE;
}

/**
 * act_store_imported_rows_add:
 * @database: a connection inside a transaction
 * @row: a change of a file
 * @only_count: whether nothing is written
 * @is_new: (out): return location for whether it is held now, or would be
 * @error: return location for an error
 *
 * Holds a change that was not sent. On the store's thread.
 *
 * Returns: whether it succeeded
 */
gboolean
act_store_imported_rows_add (ActStoreDatabase *database,
                             const ActPortRow *row,
                             gboolean          only_count,
                             gboolean         *is_new,
                             GError          **error)
{
  gboolean needless = FALSE;
  g_autoptr (ActStatement) add = NULL;

  *is_new = FALSE;
  if (!is_needless (database, row, &needless, error))
    return FALSE;

  *is_new = !needless;
  if (needless || only_count)
    return TRUE;

  add = act_store_database_prepare (
      database,
      "INSERT INTO imported (action, target, created, content)"
      "  VALUES (:action, :target, :created, :content)",
      error);
  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":action", row->numbers[ACT_PORT_CHANGE_ACTION]);
  act_statement_bind_text (add, ":target", row->texts[ACT_PORT_CHANGE_TARGET]);
  act_statement_bind_int (add, ":created", row->numbers[ACT_PORT_CHANGE_CREATED]);
  act_statement_bind_text (add, ":content", row->texts[ACT_PORT_CHANGE_CONTENT]);
  act_store_database_note_altered (database);

  return act_statement_run (add, error);
}

/**
 * act_store_imported_rows_list:
 * @database: a connection
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: (transfer full) (nullable) (element-type ActUnsent): what is held
 */
GPtrArray *
act_store_imported_rows_list (ActStoreDatabase *database,
                              GError          **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) act_unsent_free);
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT action, target, (SELECT message FROM event WHERE event.id = target)"
      "  FROM imported ORDER BY number",
      error);
  int code;

  if (list == NULL)
    return NULL;

  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      ActUnsent *unsent = act_unsent_new ();

      unsent->action = (ActOutboxAction) act_statement_get_int (list, 0);
      unsent->target = act_statement_dup_text (list, 1);
      unsent->label = act_statement_dup_text (list, 2);
      g_ptr_array_add (all, unsent);
    }

  return code == SQLITE_DONE ? g_steal_pointer (&all) : NULL;
}

static GArray *
list_rows_to_mark (ActStoreDatabase *database,
                   GError          **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT state.row_id FROM imported JOIN event ON event.id = imported.target"
      "  JOIN state ON state.row_id = event.row_id"
      "  WHERE imported.action = 0 AND state.status <= 2 ORDER BY state.row_id",
      error);
  int code;

  if (list == NULL)
    return NULL;

  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      gint64 row_id = act_statement_get_int (list, 0);

      g_array_append_val (rows, row_id);
    }

  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

/* One that waits here already stays what it is. */
static GPtrArray *
list_changes (ActStoreDatabase *database,
              GError          **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) act_change_free);
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT action, target, content FROM imported WHERE action <> 0 AND NOT EXISTS"
      "  (SELECT 1 FROM outbox WHERE outbox.target = imported.target AND"
      "     outbox.action = imported.action AND outbox.state <> 4)"
      "  ORDER BY number",
      error);
  int code;

  if (list == NULL)
    return NULL;

  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      ActChange *change = act_change_new ();

      change->action = (ActOutboxAction) act_statement_get_int (list, 0);
      change->target = act_statement_dup_text (list, 1);
      change->content = act_statement_dup_text (list, 2);
      g_ptr_array_add (changes, change);
    }

  return code == SQLITE_DONE ? g_steal_pointer (&changes) : NULL;
}

static gboolean
send_changes (ActStoreDatabase *database,
              guint            *n_sent,
              GError          **error)
{
  g_autoptr (GPtrArray) changes = list_changes (database, error);

  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      if (!act_store_change_rows_put (database, g_ptr_array_index (changes, i), error))
        return FALSE;
    }

  *n_sent += changes->len;

  return TRUE;
}

/* They leave in the transaction that makes them ready, since some must not be sent twice. A mark
 * whose event is not here is held until the event comes. */
static gboolean
send_changes_and_forget (ActStoreDatabase *database,
                         gpointer          data,
                         GError          **error)
{
  act_store_database_note_altered (database);
  if (!send_changes (database, data, error))
    return FALSE;

  return act_store_database_execute (
      database,
      "DELETE FROM imported"
      "  WHERE action <> 0 OR EXISTS (SELECT 1 FROM event WHERE event.id = imported.target)",
      error);
}

/**
 * act_store_imported_rows_send:
 * @database: a connection that writes
 * @n_sent: (out): return location for how many are in the outbox now
 * @error: return location for an error
 *
 * Puts what is held into the outbox, as if it was done on this computer now. A crash in the middle
 * leaves it held, and to do it again changes nothing. On the store's thread.
 *
 * Returns: whether it is on the disk
 */
gboolean
act_store_imported_rows_send (ActStoreDatabase *database,
                              guint            *n_sent,
                              GError          **error)
{
  g_autoptr (GArray) rows = list_rows_to_mark (database, error);
  gsize n_marked = 0;

  *n_sent = 0;
  if (rows == NULL || !act_store_outbox_mark (database, rows, 0, &n_marked, error))
    return FALSE;

  *n_sent = (guint) n_marked;

  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, send_changes_and_forget,
                                      n_sent, error);
}

static gboolean
remove_all (ActStoreDatabase *database,
            gpointer          data,
            GError          **error)
{
  act_store_database_note_altered (database);

  return act_store_database_execute (database, "DELETE FROM imported", error);
}

/**
 * act_store_imported_rows_remove:
 * @database: a connection that writes
 * @error: return location for an error
 *
 * Forgets what is held. On the store's thread.
 *
 * Returns: whether it is gone
 */
gboolean
act_store_imported_rows_remove (ActStoreDatabase *database,
                                GError          **error)
{
  return act_store_database_transact (database, ACT_STORE_USER_CHANGE, remove_all, NULL, error);
}
