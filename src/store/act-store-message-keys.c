/* As much of many messages as puts them in order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-message-keys.h"

#include "act-store-message-sort.h"

#include <string.h>

/* Fewer rows are looked up one by one; for more, all between the oldest and the newest are read in
 * order, which costs a part of it each. */
#define MAX_LOOK_UPS 50000

#define PIECE_LENGTH sizeof (guint64)

static void
read_message (ActStoreMessageKey *key,
              const char         *message,
              gsize               common)
{
  guint32 hash = 0x811c9dc5;
  gsize   length = 0;

  if (message == NULL)
    return;

  for (; message[length] != '\0'; length++)
    {
      guint8 c = (guint8) g_ascii_tolower (message[length]);

      hash = (hash ^ c) * 0x01000193;
      if (length >= common && length - common < PIECE_LENGTH)
        key->piece |= (guint64) c << (8 * (PIECE_LENGTH - 1 - (length - common)));
    }

  key->hash = hash;
}

static gsize
get_common (GArray                   *commons,
            const ActStoreMessageKey *key)
{
  return key->group < commons->len ? g_array_index (commons, gsize, key->group) : 0;
}

static gboolean
look_up (ActStoreDatabase   *database,
         ActStoreMessageKey *key,
         gsize               common,
         GError            **error)
{
  int code;
  g_autoptr (ActStatement) find = act_store_database_prepare (
      database, "SELECT message FROM event WHERE row_id = :row_id", error);

  if (find == NULL)
    return FALSE;

  act_statement_bind_int (find, ":row_id", key->row_id);
  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    read_message (key, act_statement_get_text (find, 0), common);

  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
look_up_all (ActStoreDatabase *database,
             GArray           *keys,
             GArray           *commons,
             GError          **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      ActStoreMessageKey *key = &g_array_index (keys, ActStoreMessageKey, i);

      if (!look_up (database, key, get_common (commons, key), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
go_through (ActStoreDatabase *database,
            GArray           *keys,
            GArray           *commons,
            GError          **error)
{
  guint i = 0;
  int   code = SQLITE_DONE;
  g_autoptr (ActStatement) rows = act_store_database_prepare (
      database,
      "SELECT row_id, message FROM event WHERE row_id BETWEEN :first AND :last ORDER BY row_id DESC",
      error);

  if (rows == NULL)
    return FALSE;

  act_statement_bind_int (rows, ":first",
                          g_array_index (keys, ActStoreMessageKey, keys->len - 1).row_id);
  act_statement_bind_int (rows, ":last", g_array_index (keys, ActStoreMessageKey, 0).row_id);
  while (i < keys->len && (code = act_statement_step (rows, error)) == SQLITE_ROW)
    {
      gint64              row_id = act_statement_get_int (rows, 0);
      ActStoreMessageKey *key = &g_array_index (keys, ActStoreMessageKey, i);

      while (key->row_id > row_id && ++i < keys->len)
        key = &g_array_index (keys, ActStoreMessageKey, i);
      if (i == keys->len || key->row_id != row_id)
        continue;

      read_message (key, act_statement_get_text (rows, 1), get_common (commons, key));
      i++;
    }

  return i == keys->len || code == SQLITE_DONE;
}

/**
 * act_store_message_keys_read:
 * @database: a connection inside a transaction
 * @keys: (element-type ActStoreMessageKey): keys with their rows and groups, newest first
 * @commons: (element-type gsize): how many bytes the messages of each group have in common
 * @error: return location for an error
 *
 * Reads what is missing in keys. On the connection's thread.
 *
 * Returns: whether it could be read
 */
gboolean
act_store_message_keys_read (ActStoreDatabase *database,
                             GArray           *keys,
                             GArray           *commons,
                             GError          **error)
{
  if (keys->len <= MAX_LOOK_UPS)
    return look_up_all (database, keys, commons, error);

  return go_through (database, keys, commons, error);
}

static int
compare_groups (const ActStoreMessageKey *first,
                const ActStoreMessageKey *second)
{
  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->piece != second->piece)
    return first->piece < second->piece ? -1 : 1;

  return 0;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      descending)
{
  const ActStoreMessageKey *first = a;
  const ActStoreMessageKey *second = b;
  int                       order = compare_groups (first, second);

  if (order != 0)
    return GPOINTER_TO_INT (descending) ? -order : order;

  return (first->row_id < second->row_id) - (first->row_id > second->row_id);
}

/* Puts keys in the order of their groups, in their own place: sorting is quicker, and needs less
 * memory, by groups. Returns where each group begins. */
static guint *
part_groups (GArray  *keys,
             guint    n_groups,
             gboolean descending)
{
  guint              *starts = g_new0 (guint, n_groups + 1);
  g_autofree guint   *places = g_new0 (guint, n_groups);
  ActStoreMessageKey *all = (ActStoreMessageKey *) (gpointer) keys->data;

  for (guint i = 0; i < keys->len; i++)
    starts[(descending ? n_groups - 1 - all[i].group : all[i].group) + 1]++;
  for (guint place = 0; place < n_groups; place++)
    {
      starts[place + 1] += starts[place];
      places[place] = starts[place];
    }

  for (guint place = 0; place < n_groups; place++)
    {
      while (places[place] < starts[place + 1])
        {
          ActStoreMessageKey key = all[places[place]];
          guint              its = descending ? n_groups - 1 - key.group : key.group;

          if (its == place)
            {
              places[place]++;
            }
          else
            {
              all[places[place]] = all[places[its]];
              all[places[its]++] = key;
            }
        }
    }

  return starts;
}

/* Rows of one piece are of one message, as their hashes tell, or are sorted by all of it. */
static gboolean
settle (ActStoreDatabase         *database,
        const ActStoreMessageKey *keys,
        gint64                   *row_ids,
        gsize                     n,
        gsize                     common,
        gboolean                  descending,
        GError                  **error)
{
  for (gsize i = 1; i < n; i++)
    {
      if (keys[i].hash != keys[0].hash)
        return act_store_message_sort (database, row_ids, n, common + PIECE_LENGTH, descending, error);
    }

  return TRUE;
}

/**
 * act_store_message_keys_sort:
 * @database: a connection inside a transaction
 * @keys: (element-type ActStoreMessageKey): keys that were read; they are reordered
 * @commons: (element-type gsize): how many bytes the messages of each group have in common
 * @descending: whether the last message comes first
 * @error: return location for an error
 *
 * Sorts rows by their messages, and those of one message newest first. On the connection's thread.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the row ids in their order
 */
GArray *
act_store_message_keys_sort (ActStoreDatabase *database,
                             GArray           *keys,
                             GArray           *commons,
                             gboolean          descending,
                             GError          **error)
{
  g_autofree guint   *starts = part_groups (keys, commons->len, descending);
  ActStoreMessageKey *all = (ActStoreMessageKey *) (gpointer) keys->data;
  g_autoptr (GArray) row_ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), keys->len);

  for (guint place = 0; place < commons->len; place++)
    g_qsort_with_data (all + starts[place], (int) (starts[place + 1] - starts[place]),
                       sizeof (ActStoreMessageKey), compare_keys, GINT_TO_POINTER (descending));
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (row_ids, all[i].row_id);

  for (guint first = 0, end = 0; first < keys->len; first = end)
    {
      for (end = first + 1; end < keys->len && compare_groups (&all[first], &all[end]) == 0; end++)
        ;
      if (!settle (database, &all[first], &g_array_index (row_ids, gint64, first), end - first,
                   get_common (commons, &all[first]), descending, error))
        return NULL;
    }

  return g_steal_pointer (&row_ids);
}
