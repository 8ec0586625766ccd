/* A set of row ids that may be known only down to some row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-rows.h"

#include "act-id-array.h"

struct _ActStoreRows
{
  GArray *ids;  /* (owned): ascending once it is sealed */
  gint64  from; /* rows below this one are not known */
  guint   at;   /* where the last row was looked for */
};

/**
 * act_store_rows_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): an empty set, all of which is known
 */
ActStoreRows *
act_store_rows_new (void)
{
  ActStoreRows *self = g_new0 (ActStoreRows, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->from = G_MININT64;

  return self;
}

/**
 * act_store_rows_free:
 * @self: (transfer full) (nullable): a set
 *
 * Any thread.
 */
void
act_store_rows_free (ActStoreRows *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ids);
  g_free (self);
}

/**
 * act_store_rows_read:
 * @self: a set that is not sealed
 * @statement: gives row ids
 * @limit: how many to read at most
 * @newest_first: whether they come newest first; others are of no use when not all are read
 * @error: return location for an error
 *
 * Adds the rows that a statement gives. On the statement's thread.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_rows_read (ActStoreRows *self,
                     ActStatement *statement,
                     guint         limit,
                     gboolean      newest_first,
                     GError      **error)
{
  guint  n = 0;
  gint64 row_id = G_MAXINT64;
  int    code = SQLITE_DONE;

  while (n < limit && (code = act_statement_step (statement, error)) == SQLITE_ROW)
    {
      row_id = act_statement_get_int (statement, 0);
      g_array_append_val (self->ids, row_id);
      n++;
    }

  if (code == SQLITE_ROW || (n == limit && limit > 0))
    self->from = MAX (self->from, newest_first ? row_id : G_MAXINT64);
  else if (code != SQLITE_DONE)
    return FALSE;

  return TRUE;
}

/**
 * act_store_rows_seal:
 * @self: a set
 *
 * Puts a set in order, after which it is asked and not added to. Any thread.
 */
void
act_store_rows_seal (ActStoreRows *self)
{
  GArray *sorted =
      act_id_array_new_sorted ((const gint64 *) (gconstpointer) self->ids->data, self->ids->len);

  g_array_unref (self->ids);
  self->ids = sorted;
  self->at = sorted->len;
}

/**
 * act_store_rows_extend:
 * @self: a sealed set that is known only down to some row
 * @statement: gives the row ids below it, newest first
 * @limit: how many to read at most
 * @error: return location for an error
 *
 * Reads on where the last reading ended. On the statement's thread.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_rows_extend (ActStoreRows *self,
                       ActStatement *statement,
                       guint         limit,
                       GError      **error)
{
  g_autoptr (ActStoreRows) older = act_store_rows_new ();

  if (!act_store_rows_read (older, statement, limit, TRUE, error))
    return FALSE;

  act_store_rows_seal (older);
  g_array_append_vals (older->ids, self->ids->data, self->ids->len);
  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = g_array_ref (older->ids);
  self->at = self->ids->len;
  self->from = older->from;

  return TRUE;
}

/**
 * act_store_rows_get_from:
 * @self: a set
 *
 * Any thread.
 *
 * Returns: the row that all rows below are not known of
 */
gint64
act_store_rows_get_from (const ActStoreRows *self)
{
  return self->from;
}

/**
 * act_store_rows_has:
 * @self: a sealed set
 * @row_id: a row
 *
 * Looks for a row; quickest when each is older than the one before. Any thread.
 *
 * Returns: whether the row is in the set
 */
gboolean
act_store_rows_has (ActStoreRows *self,
                    gint64        row_id)
{
  const gint64 *ids = (const gint64 *) (gconstpointer) self->ids->data;
  guint         low = 0;
  guint         steps = 0;

  /* Where the last row was found, or a few steps on. */
  if (self->at < self->ids->len && ids[self->at] < row_id)
    self->at = self->ids->len;
  while (self->at > 0 && ids[self->at - 1] >= row_id && steps++ < 8)
    self->at--;

  if (steps >= 8)
    {
      /* All from @at on are not below the row: halve what is before. */
      guint high = self->at;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (ids[middle] < row_id)
            low = middle + 1;
          else
            high = middle;
        }
      self->at = low;
    }

  return self->at < self->ids->len && ids[self->at] == row_id;
}

/**
 * act_store_rows_knows:
 * @self: a set
 * @row_id: a row
 *
 * Any thread.
 *
 * Returns: whether it is known of the row if it is in the set
 */
gboolean
act_store_rows_knows (const ActStoreRows *self,
                      gint64              row_id)
{
  return row_id >= self->from;
}

/**
 * act_store_rows_is_whole:
 * @self: a set
 *
 * Any thread.
 *
 * Returns: whether it is known of all rows
 */
gboolean
act_store_rows_is_whole (const ActStoreRows *self)
{
  return self->from == G_MININT64;
}

/**
 * act_store_rows_is_empty:
 * @self: a set
 *
 * Any thread.
 *
 * Returns: whether it is sure that no row is in it
 */
gboolean
act_store_rows_is_empty (const ActStoreRows *self)
{
  return self->ids->len == 0 && act_store_rows_is_whole (self);
}

/**
 * act_store_rows_get_ids:
 * @self: a sealed set
 *
 * Any thread.
 *
 * Returns: (transfer none) (element-type gint64): the row ids that are known, ascending
 */
GArray *
act_store_rows_get_ids (ActStoreRows *self)
{
  return self->ids;
}
