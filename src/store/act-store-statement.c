/* Prepared statements: bind, step, read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-statement.h"

#include "act-event.h"
#include "act-store-sqlite-error.h"

/* A name that the statement does not have, or a value without memory, is our own mistake. */
static int
find_parameter (ActStatement *self,
                const char   *parameter)
{
  int index = sqlite3_bind_parameter_index (self, parameter);

  g_assert (index > 0);

  return index;
}

/**
 * act_statement_release:
 * @self: (nullable): a statement
 *
 * Makes a statement ready for its next use. The cache keeps it. On the connection's thread.
 */
void
act_statement_release (ActStatement *self)
{
  if (self == NULL)
    return;

  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

/**
 * act_statement_bind_int:
 * @self: a statement that was not stepped yet
 * @parameter: the parameter's name with its colon
 * @value: a number
 *
 * On the connection's thread.
 */
void
act_statement_bind_int (ActStatement *self,
                        const char   *parameter,
                        gint64        value)
{
  sqlite3_bind_int64 (self, find_parameter (self, parameter), value);
}

/**
 * act_statement_bind_time:
 * @self: a statement that was not stepped yet
 * @parameter: the parameter's name with its colon
 * @time: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN, which is stored as NULL
 *
 * On the connection's thread.
 */
void
act_statement_bind_time (ActStatement *self,
                         const char   *parameter,
                         gint64        time)
{
  int index = find_parameter (self, parameter);

  if (time == ACT_TIME_UNKNOWN)
    sqlite3_bind_null (self, index);
  else
    sqlite3_bind_int64 (self, index, time);
}

/**
 * act_statement_bind_text:
 * @self: a statement that was not stepped yet
 * @parameter: the parameter's name with its colon
 * @text: (nullable): a text that lives for as long as the statement is in use
 *
 * On the connection's thread.
 */
void
act_statement_bind_text (ActStatement *self,
                         const char   *parameter,
                         const char   *text)
{
  int index = find_parameter (self, parameter);

  if (text == NULL)
    sqlite3_bind_null (self, index);
  else
    sqlite3_bind_text (self, index, text, -1, SQLITE_STATIC);
}

/**
 * act_statement_bind_column:
 * @self: a statement that was not stepped yet
 * @parameter: the parameter's name with its colon
 * @row: another statement, with a row that stays until @self was run
 * @column: which column of it
 *
 * Hands a value on as it is. On the connection's thread.
 */
void
act_statement_bind_column (ActStatement *self,
                           const char   *parameter,
                           ActStatement *row,
                           int           column)
{
  sqlite3_bind_value (self, find_parameter (self, parameter), sqlite3_column_value (row, column));
}

/**
 * act_statement_step:
 * @self: a statement
 * @error: return location for an error
 *
 * On the connection's thread.
 *
 * Returns: `SQLITE_ROW`, `SQLITE_DONE`, or another code with @error set
 */
int
act_statement_step (ActStatement *self,
                    GError      **error)
{
  int code = sqlite3_step (self);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    act_store_set_sqlite_error (error, sqlite3_db_handle (self), code);

  return code;
}

/**
 * act_statement_run:
 * @self: a statement
 * @error: return location for an error
 *
 * Steps a statement to its end and does not look at its rows. On the connection's thread.
 *
 * Returns: whether it ran to its end
 */
gboolean
act_statement_run (ActStatement *self,
                   GError      **error)
{
  int code;

  while ((code = act_statement_step (self, error)) == SQLITE_ROW)
    ;

  return code == SQLITE_DONE;
}

/**
 * act_statement_get_int:
 * @self: a statement with a row
 * @column: which column
 *
 * Returns: the number, 0 for NULL
 */
gint64
act_statement_get_int (ActStatement *self,
                       int           column)
{
  return sqlite3_column_int64 (self, column);
}

/**
 * act_statement_get_time:
 * @self: a statement with a row
 * @column: which column
 *
 * Returns: milliseconds since 1970 UTC, %ACT_TIME_UNKNOWN for NULL
 */
gint64
act_statement_get_time (ActStatement *self,
                        int           column)
{
  if (sqlite3_column_type (self, column) == SQLITE_NULL)
    return ACT_TIME_UNKNOWN;

  return sqlite3_column_int64 (self, column);
}

/**
 * act_statement_get_text:
 * @self: a statement with a row
 * @column: which column
 *
 * Returns: (transfer none) (nullable): the text as it is, until the next step
 */
const char *
act_statement_get_text (ActStatement *self,
                        int           column)
{
  return (const char *) sqlite3_column_text (self, column);
}

/**
 * act_statement_dup_text:
 * @self: a statement with a row
 * @column: which column
 *
 * Returns: (transfer full) (nullable): the text, made valid UTF-8 if the file holds other bytes
 */
char *
act_statement_dup_text (ActStatement *self,
                        int           column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  if (text == NULL)
    return NULL;

  return g_utf8_make_valid (text, -1);
}

/**
 * act_statement_dup_raw:
 * @self: a statement with a row
 * @column: which column
 *
 * Returns: (transfer full) (nullable): the text as it is, to be compared with others of the store
 */
char *
act_statement_dup_raw (ActStatement *self,
                       int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (self, column));
}

/**
 * act_statement_has_text:
 * @self: a statement with a row
 * @column: which column
 * @text: (nullable): a text
 *
 * Returns: whether the column holds this text; NULL is a text of its own
 */
gboolean
act_statement_has_text (ActStatement *self,
                        int           column,
                        const char   *text)
{
  return g_strcmp0 ((const char *) sqlite3_column_text (self, column), text) == 0;
}
