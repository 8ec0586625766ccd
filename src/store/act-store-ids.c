/* Which events have an id that begins with a text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-ids.h"

#include <string.h>

/* Follows every character that an id has. */
#define LAST "\xf4\x8f\xbf\xbf"

typedef struct
{
  const char *look; /* whether any id is in a range */
  const char *list; /* the rows of a range */
} ColumnSql;

#define COLUMN_SQL(column)                                                           \
  {                                                                                  \
    "SELECT 1 FROM event WHERE " column " >= :from AND " column " < :until LIMIT 1", \
        "SELECT row_id FROM event WHERE " column " >= :from AND " column " < :until" \
  }

static const ColumnSql columns[] = {
  [ACT_STORE_ID_EVENT] = COLUMN_SQL ("id"),
  [ACT_STORE_ID_ENTITY] = COLUMN_SQL ("entity_id"),
  [ACT_STORE_ID_RUN] = COLUMN_SQL ("run_id"),
};

/* What is looked for in an index that tells capitals from small letters. */
typedef struct
{
  ActStoreDatabase *database;
  const ColumnSql  *sql;
  char             *beginning; /* in the letters that are tried now */
  guint             limit;
  ActStoreRows     *rows;
} Looking;

static ActStatement *
prepare_range (ActStoreDatabase *database,
               const char       *sql,
               const char       *from,
               const char       *until,
               GError          **error)
{
  ActStatement *statement = act_store_database_prepare (database, sql, error);

  if (statement != NULL)
    {
      act_statement_bind_text (statement, ":from", from);
      act_statement_bind_text (statement, ":until", until);
    }

  return statement;
}

static gboolean
has_any (Looking  *self,
         gsize     length,
         gboolean *any,
         GError  **error)
{
  g_autofree char *from = g_strndup (self->beginning, length);
  g_autofree char *until = g_strconcat (from, LAST, NULL);
  g_autoptr (ActStatement) look = prepare_range (self->database, self->sql->look, from, until, error);
  int code;

  if (look == NULL)
    return FALSE;

  code = act_statement_step (look, error);
  *any = code == SQLITE_ROW;

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
list_range (Looking *self,
            GError **error)
{
  g_autofree char *until = g_strconcat (self->beginning, LAST, NULL);
  g_autoptr (ActStatement) list =
      prepare_range (self->database, self->sql->list, self->beginning, until, error);

  return list != NULL && act_store_rows_read (self->rows, list, self->limit, FALSE, error);
}

/* Tries each letter from @at on as a small one and as a capital, and goes on only where ids are. */
static gboolean
look_from (Looking *self,
           gsize    at,
           GError **error)
{
  char letters[] = { g_ascii_tolower (self->beginning[at]), g_ascii_toupper (self->beginning[at]) };

  if (self->beginning[at] == '\0')
    return list_range (self, error);

  if (letters[0] == letters[1])
    return look_from (self, at + 1, error);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      gboolean any = FALSE;

      self->beginning[at] = letters[i];
      if (!has_any (self, at + 1, &any, error) || (any && !look_from (self, at + 1, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * act_store_ids_find_rows:
 * @database: a connection
 * @column: which id
 * @beginning: how it begins, in capitals or not
 * @limit: how many rows to read at most
 * @rows: where to add them
 * @error: return location for an error
 *
 * Finds the events that have such an id. On the connection's thread.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_ids_find_rows (ActStoreDatabase *database,
                         ActStoreIdColumn  column,
                         const char       *beginning,
                         guint             limit,
                         ActStoreRows     *rows,
                         GError          **error)
{
  g_autofree char *copy = g_strdup (beginning);
  Looking          looking = { database, &columns[column], copy, limit, rows };

  return look_from (&looking, 0, error);
}

static gboolean
add_profiles (ActStoreDatabase *database,
              const char       *sql,
              const char       *beginning,
              ActStoreBits     *profiles,
              GError          **error)
{
  g_autofree char *until = g_strconcat (beginning, LAST, NULL);
  g_autoptr (ActStatement) list = prepare_range (database, sql, beginning, until, error);
  int code;

  if (list == NULL)
    return FALSE;

  while ((code = act_statement_step (list, error)) == SQLITE_ROW)
    act_store_bits_add (profiles, act_statement_get_int (list, 0));

  return code == SQLITE_DONE;
}

/**
 * act_store_ids_find_profiles:
 * @database: a connection
 * @beginning: how an id begins, in capitals or not
 * @profiles: where to add them
 * @error: return location for an error
 *
 * Finds the profiles whose destination, credential, integration or account has such an id. On the
 * connection's thread.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_ids_find_profiles (ActStoreDatabase *database,
                             const char       *beginning,
                             ActStoreBits     *profiles,
                             GError          **error)
{
  static const char *const statements[] = {
    "SELECT number FROM profile WHERE destination_id >= :from COLLATE NOCASE"
    "  AND destination_id < :until COLLATE NOCASE",
    "SELECT number FROM profile WHERE credentials_id >= :from COLLATE NOCASE"
    "  AND credentials_id < :until COLLATE NOCASE",
    "SELECT profile.number FROM name JOIN profile ON profile.configuration = name.number"
    "  WHERE name.id >= :from COLLATE NOCASE AND name.id < :until COLLATE NOCASE AND name.kind = 0",
    "SELECT profile.number FROM name JOIN profile ON profile.account = name.number"
    "  WHERE name.id >= :from COLLATE NOCASE AND name.id < :until COLLATE NOCASE AND name.kind = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!add_profiles (database, statements[i], beginning, profiles, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
list_profile (ActStoreDatabase *database,
              gint64            profile,
              guint             limit,
              GArray           *row_ids,
              GError          **error)
{
  g_autoptr (ActStatement) list = act_store_database_prepare (
      database, "SELECT row_id FROM state WHERE profile = :profile", error);
  int code = SQLITE_DONE;

  if (list == NULL)
    return FALSE;

  act_statement_bind_int (list, ":profile", profile);
  while (row_ids->len <= limit && (code = act_statement_step (list, error)) == SQLITE_ROW)
    {
      gint64 row_id = act_statement_get_int (list, 0);

      g_array_append_val (row_ids, row_id);
    }

  return row_ids->len > limit || code == SQLITE_DONE;
}

/**
 * act_store_ids_list_profiles:
 * @database: a connection
 * @profiles: profiles
 * @limit: how many rows @row_ids may hold
 * @row_ids: (element-type gint64): where to add the rows
 * @whole: (out): return location for whether all are there
 * @error: return location for an error
 *
 * Lists the events of some profiles. On the connection's thread.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_ids_list_profiles (ActStoreDatabase   *database,
                             const ActStoreBits *profiles,
                             guint               limit,
                             GArray             *row_ids,
                             gboolean           *whole,
                             GError            **error)
{
  gint64 profile = act_store_bits_next (profiles, 0);

  for (; profile >= 0 && row_ids->len <= limit; profile = act_store_bits_next (profiles, profile + 1))
    {
      if (!list_profile (database, profile, limit, row_ids, error))
        return FALSE;
    }

  *whole = row_ids->len <= limit;

  return TRUE;
}
