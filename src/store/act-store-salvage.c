/* Saves what the user did from a store that is damaged
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-salvage.h"

#include "act-event.h"
#include "act-outbox-entry.h"

/* The content stands last, since stores of version 1 have none. */
#define SELECT_SQL(content, order)                                                    \
  "SELECT id, action, target, state, attempts, previous_status, created, hold_until," \
  "       reason, " content                                                           \
  "  FROM outbox NOT INDEXED WHERE state <> 4 ORDER BY " order

typedef struct
{
  ActStoreDatabase *from;
  guint             n_entries;
} Salvage;

static gboolean
add_entry (ActStoreDatabase *database,
           ActStatement     *found,
           guint            *n_entries,
           GError          **error)
{
  g_autofree char *target = act_statement_dup_text (found, 2);
  g_autofree char *reason = act_statement_dup_text (found, 8);
  g_autofree char *content = act_statement_dup_text (found, 9);
  g_autoptr (ActStatement) add = NULL;

  if (target == NULL || *target == '\0')
    return TRUE;

  add = act_store_database_prepare (
      database,
      "INSERT OR IGNORE INTO outbox (id, action, target, state, attempts, previous_status, created,"
      "                              hold_until, reason, content)"
      "  VALUES (:id, :action, :target, :state, :attempts, :previous, :created, :hold, :reason,"
      "          :content)",
      error);
  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":id", act_statement_get_int (found, 0));
  act_statement_bind_int (add, ":action", act_statement_get_int (found, 1));
  act_statement_bind_text (add, ":target", target);
  act_statement_bind_int (add, ":state", act_statement_get_int (found, 3));
  act_statement_bind_int (add, ":attempts", act_statement_get_int (found, 4));
  act_statement_bind_int (add, ":previous", act_statement_get_int (found, 5));
  act_statement_bind_int (add, ":created", act_statement_get_int (found, 6));
  act_statement_bind_time (add, ":hold", act_statement_get_time (found, 7));
  act_statement_bind_text (add, ":reason", reason);
  act_statement_bind_text (add, ":content", content);
  if (!act_statement_run (add, error))
    return FALSE;

  *n_entries += act_store_database_get_changes (database);

  return TRUE;
}

/* Reads until the damage, which ends the reading but is no error. */
static gboolean
read_until_damage (ActStoreDatabase *database,
                   Salvage          *salvage,
                   const char       *sql,
                   GError          **error)
{
  g_autoptr (GError) damage = NULL;
  g_autoptr (ActStatement) found = act_store_database_prepare (salvage->from, sql, &damage);

  while (found != NULL && act_statement_step (found, &damage) == SQLITE_ROW)
    {
      if (!add_entry (database, found, &salvage->n_entries, error))
        return FALSE;
    }

  if (damage != NULL)
    g_info ("The outbox was read as far as its damage: %s", damage->message);

  return TRUE;
}

static gboolean
has_content (ActStoreDatabase *from)
{
  gint64 n = 0;

  return act_store_database_read_int (
             from, "SELECT count(*) FROM pragma_table_info ('outbox') WHERE name = 'content'", &n,
             NULL) &&
         n > 0;
}

static gboolean
copy_entries (ActStoreDatabase *database,
              gpointer          data,
              GError          **error)
{
  Salvage *salvage = data;
  gboolean content = has_content (salvage->from);

  /* From both ends, since damage in the middle hides one half from each; the indexes are not used,
   * since they may be what is damaged. */
  return read_until_damage (database, salvage,
                            content ? SELECT_SQL ("content", "id") : SELECT_SQL ("NULL", "id"),
                            error) &&
         read_until_damage (database, salvage,
                            content ? SELECT_SQL ("content", "id DESC")
                                    : SELECT_SQL ("NULL", "id DESC"),
                            error);
}

/**
 * act_store_salvage_outbox:
 * @database: the new store
 * @damaged_path: the damaged store; it is only read
 * @n_entries: (out): return location for how many changes were saved
 * @error: return location for an error of the new store
 *
 * Copies the changes that wait, as far as they can be read. Their events come back with the next
 * synchronisation. On the store's thread.
 *
 * Returns: whether the new store took them
 */
gboolean
act_store_salvage_outbox (ActStoreDatabase *database,
                          const char       *damaged_path,
                          guint            *n_entries,
                          GError          **error)
{
  g_autoptr (ActStoreDatabase) from = act_store_database_new ();
  g_autoptr (GError) damage = NULL;
  Salvage salvage = { from, 0 };

  *n_entries = 0;
  if (!act_store_database_open (from, damaged_path, ACT_STORE_ACCESS_SALVAGE, &damage))
    {
      g_info ("Nothing can be read from the damaged store: %s", damage->message);
      return TRUE;
    }

  if (!act_store_database_transact (database, ACT_STORE_USER_CHANGE, copy_entries, &salvage, error))
    return FALSE;

  *n_entries = salvage.n_entries;

  return TRUE;
}
