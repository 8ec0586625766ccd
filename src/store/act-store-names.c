/* What things are called, and the small values that belong to a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-names.h"

typedef struct
{
  ActNameKind kind;
  GPtrArray  *names;
} PutNames;

typedef struct
{
  const char *key;
  const char *value;
} SetValue;

/* What the ids of a kind are remembered by. */
static const char *const groups[] = {
  [ACT_NAME_INTEGRATION] = "integration ",
  [ACT_NAME_ACCOUNT] = "account ",
  [ACT_NAME_BILL] = "bill ",
};

static gboolean
add_text (ActStoreDatabase *database,
          const char       *text,
          gint64           *number,
          GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database, "INSERT INTO text (text) VALUES (:text) RETURNING number", error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_text (add, ":text", text);
  if (act_statement_step (add, error) != SQLITE_ROW)
    return FALSE;
  *number = act_statement_get_int (add, 0);

  return act_statement_run (add, error);
}

static gboolean
look_text_up (ActStoreDatabase *database,
              const char       *text,
              gint64           *number,
              GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database, "SELECT number FROM text WHERE text = :text", error);
  int code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_text (find, ":text", text);
  code = act_statement_step (find, error);
  if (code == SQLITE_DONE)
    return add_text (database, text, number, error);

  *number = act_statement_get_int (find, 0);

  return code == SQLITE_ROW;
}

/**
 * act_store_names_find_text:
 * @database: a connection inside a transaction
 * @text: a text that many events share
 * @number: (out): return location for its number
 * @error: return location for an error
 *
 * Finds the number that stands for a text, or gives it one. On the store's thread.
 *
 * Returns: whether it was found
 */
gboolean
act_store_names_find_text (ActStoreDatabase *database,
                           const char       *text,
                           gint64           *number,
                           GError          **error)
{
  g_autofree char *key = g_strconcat ("text ", text, NULL);

  if (act_store_database_recall (database, key, number))
    return TRUE;

  if (!look_text_up (database, text, number, error))
    return FALSE;

  act_store_database_remember (database, key, *number);

  return TRUE;
}

static gboolean
add_id (ActStoreDatabase *database,
        ActNameKind       kind,
        const char       *id,
        gint64           *number,
        GError          **error)
{
  g_autoptr (ActStatement) add = act_store_database_prepare (
      database, "INSERT INTO name (kind, id) VALUES (:kind, :id) RETURNING number", error);

  if (add == NULL)
    return FALSE;

  act_statement_bind_int (add, ":kind", kind);
  act_statement_bind_text (add, ":id", id);
  if (act_statement_step (add, error) != SQLITE_ROW)
    return FALSE;
  *number = act_statement_get_int (add, 0);

  return act_statement_run (add, error);
}

static gboolean
look_id_up (ActStoreDatabase *database,
            ActNameKind       kind,
            const char       *id,
            gint64           *number,
            GError          **error)
{
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database, "SELECT number FROM name WHERE kind = :kind AND id = :id", error);
  int code;

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":kind", kind);
  act_statement_bind_text (find, ":id", id);
  code = act_statement_step (find, error);
  if (code == SQLITE_DONE)
    return add_id (database, kind, id, number, error);

  *number = act_statement_get_int (find, 0);

  return code == SQLITE_ROW;
}

/**
 * act_store_names_find:
 * @database: a connection inside a transaction
 * @kind: what the id is of
 * @id: an id
 * @number: (out): return location for its number
 * @error: return location for an error
 *
 * Finds the number that stands for an id, or gives it one without a name. On the store's thread.
 *
 * Returns: whether it was found
 */
gboolean
act_store_names_find (ActStoreDatabase *database,
                      ActNameKind       kind,
                      const char       *id,
                      gint64           *number,
                      GError          **error)
{
  g_autofree char *key = g_strconcat (groups[kind], id, NULL);

  if (act_store_database_recall (database, key, number))
    return TRUE;

  if (!look_id_up (database, kind, id, number, error))
    return FALSE;

  act_store_database_remember (database, key, *number);

  return TRUE;
}

static gboolean
put_names (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  const PutNames *put = data;

  for (guint i = 0; i < put->names->len; i++)
    {
      const ActName *name = g_ptr_array_index (put->names, i);
      g_autoptr (ActStatement) statement = NULL;

      if (name->id == NULL)
        continue;

      statement = act_store_database_prepare (
          database,
          "INSERT INTO name (kind, id, name) VALUES (:kind, :id, :name)"
          "  ON CONFLICT (kind, id) DO UPDATE SET name = excluded.name"
          "    WHERE name.name IS NOT excluded.name",
          error);
      if (statement == NULL)
        return FALSE;

      /* An empty name says that there is none, so that nobody asks again. */
      act_statement_bind_int (statement, ":kind", put->kind);
      act_statement_bind_text (statement, ":id", name->id);
      act_statement_bind_text (statement, ":name", name->name != NULL ? name->name : "");
      if (!act_statement_run (statement, error))
        return FALSE;

      /* Lists do not show what bills are called. */
      if (act_store_database_get_changes (database) > 0 && put->kind != ACT_NAME_BILL)
        act_store_database_note_altered (database);
    }

  return TRUE;
}

/**
 * act_store_names_put:
 * @database: a connection that writes
 * @kind: what the names are of
 * @names: (element-type ActName): ids and names
 * @error: return location for an error
 *
 * Returns: whether the names were kept
 */
gboolean
act_store_names_put (ActStoreDatabase *database,
                     ActNameKind       kind,
                     GPtrArray        *names,
                     GError          **error)
{
  PutNames put = { kind, names };

  return act_store_database_transact (database, ACT_STORE_FETCHED, put_names, &put, error);
}

/**
 * act_store_names_read:
 * @database: a connection
 * @kind: what the id is of
 * @id: an id
 * @name: (out) (transfer full) (nullable): return location for its name, the empty text if it is
 *   known to have none, %NULL while nobody told
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
act_store_names_read (ActStoreDatabase *database,
                      ActNameKind       kind,
                      const char       *id,
                      char            **name,
                      GError          **error)
{
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database, "SELECT name FROM name WHERE kind = :kind AND id = :id", error);
  int code;

  *name = NULL;
  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":kind", kind);
  act_statement_bind_text (read, ":id", id);
  code = act_statement_step (read, error);
  if (code == SQLITE_ROW)
    *name = act_statement_dup_text (read, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/**
 * act_store_names_list_missing:
 * @database: a connection
 * @kind: what the names are of
 * @limit: how many at most, 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the ids that events have and whose names nobody told yet
 */
char **
act_store_names_list_missing (ActStoreDatabase *database,
                              ActNameKind       kind,
                              guint             limit,
                              GError          **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database,
      "SELECT id FROM name WHERE name IS NULL AND kind = :kind ORDER BY number LIMIT :limit", error);
  int code;

  if (list == NULL)
    return NULL;

  act_statement_bind_int (list, ":kind", kind);
  act_statement_bind_int (list, ":limit", limit > 0 ? (gint64) limit : -1);
  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      g_autofree char *id = act_statement_dup_text (list, 0);

      g_strv_builder_add (ids, id);
    }

  return code == SQLITE_DONE ? g_strv_builder_end (ids) : NULL;
}

/**
 * act_store_values_get:
 * @database: a connection
 * @key: a key
 * @value: (out) (transfer full) (nullable): return location for the value, %NULL without one
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
act_store_values_get (ActStoreDatabase *database,
                      const char       *key,
                      char            **value,
                      GError          **error)
{
  g_autoptr (ActStatement) get = act_store_database_prepare (
      database, "SELECT value FROM value WHERE key = :key", error);
  int code;

  *value = NULL;
  if (get == NULL)
    return FALSE;

  act_statement_bind_text (get, ":key", key);
  code = act_statement_step (get, error);
  if (code == SQLITE_ROW)
    *value = act_statement_dup_text (get, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/**
 * act_store_values_put:
 * @database: a connection inside a transaction
 * @key: a key
 * @value: (nullable): the value, %NULL to forget it
 * @error: return location for an error
 *
 * Returns: whether the value will be kept
 */
gboolean
act_store_values_put (ActStoreDatabase *database,
                      const char       *key,
                      const char       *value,
                      GError          **error)
{
  const char *sql = NULL;
  g_autoptr (ActStatement) statement = NULL;

  sql = value != NULL ? "INSERT INTO value (key, value) VALUES (:key, :value)"
                        "  ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                        "    WHERE value.value <> excluded.value"
                      : "DELETE FROM value WHERE key = :key";
  statement = act_store_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  act_statement_bind_text (statement, ":key", key);
  if (value != NULL)
    act_statement_bind_text (statement, ":value", value);

  return act_statement_run (statement, error);
}

static gboolean
set_value (ActStoreDatabase *database,
           gpointer          data,
           GError          **error)
{
  const SetValue *set = data;

  return act_store_values_put (database, set->key, set->value, error);
}

/**
 * act_store_values_set:
 * @database: a connection that writes
 * @key: a key
 * @value: (nullable): the value, %NULL to forget it
 * @error: return location for an error
 *
 * Returns: whether the value was kept
 */
gboolean
act_store_values_set (ActStoreDatabase *database,
                      const char       *key,
                      const char       *value,
                      GError          **error)
{
  SetValue set = { key, value };

  return act_store_database_transact (database, ACT_STORE_FETCHED, set_value, &set, error);
}
