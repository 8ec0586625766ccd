/* Sorts rows by their messages, with little memory
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-message-sort.h"

#include "act-store-beginnings.h"

#include <string.h>

/* So many rows of one piece are compared by their whole messages. */
#define MAX_WHOLE 4096

#define PIECE_LENGTH 16

/* What follows every text that a message may go on with. */
#define AFTER_ALL "\xff"

/* A row by a piece of its message. */
typedef struct
{
  guint8 piece[PIECE_LENGTH];
  gint64 row_id;
} Piece;

/* A row by the whole of it. */
typedef struct
{
  char  *message; /* (owned) (nullable) */
  gint64 row_id;
} Whole;

struct _ActStoreMessageFirst
{
  ActStoreDatabase *database; /* (unowned) */
  GArray           *rows;     /* (owned): of Whole, in their order */
  guint             limit;
  gboolean          descending;
};

static void
clear_whole (gpointer data)
{
  Whole *whole = data;

  g_free (whole->message);
}

static void
clear_bound (gpointer data)
{
  ActStoreMessageBound *bound = data;

  g_free (bound->text);
}

/* Equal ones are newest first, whatever the direction. */
static int
compare_rows (gint64 first,
              gint64 second)
{
  return (first < second) - (first > second);
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b,
                gpointer      descending)
{
  const Piece *first = a;
  const Piece *second = b;
  int          order = memcmp (first->piece, second->piece, PIECE_LENGTH);

  if (order != 0)
    return GPOINTER_TO_INT (descending) ? -order : order;

  return compare_rows (first->row_id, second->row_id);
}

static int
compare_wholes (gconstpointer a,
                gconstpointer b,
                gpointer      descending)
{
  const Whole *first = a;
  const Whole *second = b;
  int          order = g_strcmp0 (first->message, second->message);

  if (order != 0)
    return GPOINTER_TO_INT (descending) ? -order : order;

  return compare_rows (first->row_id, second->row_id);
}

static gboolean
read_message (ActStoreDatabase *database,
              gint64            row_id,
              char            **message,
              GError          **error)
{
  int code;
  g_autoptr (ActStatement) read = act_store_database_prepare (
      database, "SELECT lower (message) FROM event WHERE row_id = :row_id", error);

  *message = NULL;
  if (read == NULL)
    return FALSE;

  act_statement_bind_int (read, ":row_id", row_id);
  code = act_statement_step (read, error);
  if (code == SQLITE_ROW)
    *message = act_statement_dup_raw (read, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
sort_wholes (ActStoreDatabase *database,
             gint64           *row_ids,
             gsize             n_row_ids,
             gboolean          descending,
             GError          **error)
{
  g_autoptr (GArray) wholes = g_array_new (FALSE, FALSE, sizeof (Whole));

  g_array_set_clear_func (wholes, clear_whole);
  for (gsize i = 0; i < n_row_ids; i++)
    {
      Whole whole = { NULL, row_ids[i] };

      if (!read_message (database, row_ids[i], &whole.message, error))
        return FALSE;
      g_array_append_val (wholes, whole);
    }

  g_array_sort_with_data (wholes, compare_wholes, GINT_TO_POINTER (descending));
  for (gsize i = 0; i < n_row_ids; i++)
    row_ids[i] = g_array_index (wholes, Whole, i).row_id;

  return TRUE;
}

/* How many bytes all messages have in common. */
static gboolean
measure_common (ActStoreDatabase *database,
                const gint64     *row_ids,
                gsize             n_row_ids,
                gsize            *common,
                GError          **error)
{
  g_autofree char *first = NULL;

  if (!read_message (database, row_ids[0], &first, error))
    return FALSE;

  *common = first != NULL ? strlen (first) : 0;
  for (gsize i = 1; i<n_row_ids && * common> 0; i++)
    {
      g_autofree char *message = NULL;
      gsize            length = 0;

      if (!read_message (database, row_ids[i], &message, error))
        return FALSE;

      while (message != NULL && length < *common && message[length] == first[length])
        length++;
      *common = length;
    }

  return TRUE;
}

static gboolean
read_pieces (ActStoreDatabase *database,
             const gint64     *row_ids,
             gsize             n_row_ids,
             gsize             offset,
             GArray           *pieces,
             gboolean         *any,
             GError          **error)
{
  for (gsize i = 0; i < n_row_ids; i++)
    {
      Piece            piece = { { 0 }, row_ids[i] };
      g_autofree char *message = NULL;
      gsize            length;

      if (!read_message (database, row_ids[i], &message, error))
        return FALSE;

      length = message != NULL ? strlen (message) : 0;
      if (length > offset)
        {
          memcpy (piece.piece, message + offset, MIN (length - offset, PIECE_LENGTH));
          *any = TRUE;
        }
      g_array_append_val (pieces, piece);
    }

  return TRUE;
}

/**
 * act_store_message_sort:
 * @database: a connection inside a transaction
 * @row_ids: (inout) (array length=n_row_ids): row ids
 * @n_row_ids: how many
 * @descending: whether the last message comes first
 * @error: return location for an error
 *
 * Sorts rows by their messages, and those of one message newest first. Never holds more of all
 * messages than a piece of each. On the connection's thread, as all functions here.
 *
 * Returns: whether they could be read
 */
gboolean
act_store_message_sort (ActStoreDatabase *database,
                        gint64           *row_ids,
                        gsize             n_row_ids,
                        gboolean          descending,
                        GError          **error)
{
  g_autoptr (GArray) pieces = NULL;
  gboolean any = FALSE;
  gsize    offset = 0;

  if (n_row_ids <= MAX_WHOLE)
    return sort_wholes (database, row_ids, n_row_ids, descending, error);

  pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), (guint) n_row_ids);
  if (!measure_common (database, row_ids, n_row_ids, &offset, error) ||
      !read_pieces (database, row_ids, n_row_ids, offset, pieces, &any, error))
    return FALSE;

  g_array_sort_with_data (pieces, compare_pieces, GINT_TO_POINTER (descending));
  for (gsize i = 0; i < n_row_ids; i++)
    row_ids[i] = g_array_index (pieces, Piece, i).row_id;

  for (gsize first = 0, end = 0; any && first < n_row_ids; first = end)
    {
      const Piece *piece = &g_array_index (pieces, Piece, first);

      for (end = first + 1; end < n_row_ids; end++)
        {
          if (memcmp (piece->piece, g_array_index (pieces, Piece, end).piece, PIECE_LENGTH) != 0)
            break;
        }

      /* A piece with an end in it says all. */
      if (end - first > 1 && piece->piece[PIECE_LENGTH - 1] != 0 &&
          !act_store_message_sort (database, row_ids + first, end - first, descending, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_bounds (gconstpointer a,
                gconstpointer b,
                gpointer      descending)
{
  int order = g_strcmp0 (((const ActStoreMessageBound *) a)->text,
                         ((const ActStoreMessageBound *) b)->text);

  return GPOINTER_TO_INT (descending) ? -order : order;
}

/**
 * act_store_message_bounds_new:
 * @beginnings: (element-type ActStoreBeginning): how the messages of each profile begin
 * @descending: whether the last message comes first
 *
 * Returns: (transfer full) (element-type ActStoreMessageBound): what the messages of each profile do
 *   not come before, in their order
 */
GArray *
act_store_message_bounds_new (GArray  *beginnings,
                              gboolean descending)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (ActStoreMessageBound));

  g_array_set_clear_func (bounds, clear_bound);
  for (guint i = 0; i < beginnings->len; i++)
    {
      const ActStoreBeginning *beginning = &g_array_index (beginnings, ActStoreBeginning, i);
      ActStoreMessageBound     bound = { beginning->profile, NULL };

      if (descending && beginning->text != NULL && !beginning->is_whole)
        bound.text = g_strconcat (beginning->text, AFTER_ALL, NULL);
      else
        bound.text = g_strdup (beginning->text);
      g_array_append_val (bounds, bound);
    }
  g_array_sort_with_data (bounds, compare_bounds, GINT_TO_POINTER (descending));

  return bounds;
}

/**
 * act_store_message_first_new:
 * @database: a connection inside a transaction; outlives this
 * @limit: how many rows are wanted
 * @descending: whether the last message comes first
 *
 * Returns: (transfer full): the first of no rows
 */
ActStoreMessageFirst *
act_store_message_first_new (ActStoreDatabase *database,
                             guint             limit,
                             gboolean          descending)
{
  ActStoreMessageFirst *self = g_new0 (ActStoreMessageFirst, 1);

  self->database = database;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Whole));
  g_array_set_clear_func (self->rows, clear_whole);
  self->limit = limit;
  self->descending = descending;

  return self;
}

/**
 * act_store_message_first_free:
 * @self: (transfer full) (nullable): the first rows
 */
void
act_store_message_first_free (ActStoreMessageFirst *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rows);
  g_free (self);
}

/**
 * act_store_message_first_may_take:
 * @self: the first rows so far
 * @bound: (nullable): what the messages of other rows do not come before
 *
 * Returns: whether one of these may be among the first
 */
gboolean
act_store_message_first_may_take (const ActStoreMessageFirst *self,
                                  const char                 *bound)
{
  int order;

  if (self->rows->len < self->limit)
    return TRUE;

  order = g_strcmp0 (bound, g_array_index (self->rows, Whole, self->rows->len - 1).message);

  return self->descending ? order >= 0 : order <= 0;
}

/**
 * act_store_message_first_offer:
 * @self: the first rows so far
 * @row_id: another row
 * @error: return location for an error
 *
 * Takes a row in if it is among the first.
 *
 * Returns: whether it could be read
 */
gboolean
act_store_message_first_offer (ActStoreMessageFirst *self,
                               gint64                row_id,
                               GError              **error)
{
  Whole whole = { NULL, row_id };
  guint low = 0;
  guint high = self->rows->len;

  if (!read_message (self->database, row_id, &whole.message, error))
    return FALSE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_wholes (&g_array_index (self->rows, Whole, middle), &whole,
                          GINT_TO_POINTER (self->descending)) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < self->limit)
    g_array_insert_val (self->rows, low, whole);
  else
    clear_whole (&whole);
  if (self->rows->len > self->limit)
    g_array_set_size (self->rows, self->limit);

  return TRUE;
}

/**
 * act_store_message_first_list:
 * @self: the first rows
 *
 * Returns: (transfer full) (element-type gint64): their ids in their order
 */
GArray *
act_store_message_first_list (const ActStoreMessageFirst *self)
{
  GArray *row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (row_ids, g_array_index (self->rows, Whole, i).row_id);

  return row_ids;
}
