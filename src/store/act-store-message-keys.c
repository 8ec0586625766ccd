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

#define PIECE_LENGTH 16

/* So many messages of a place tell what is likely to be common to all of it. */
#define N_SAMPLES 8

/* What the messages of a place begin with, as far as is known of them beforehand (@sure), and as far as
 * some of them agree (@text). What comes before all that agree has a place of its own, and what
 * comes after them. */
typedef struct
{
  gsize sure;
  char *text; /* (owned) (nullable): in small letters */
  guint n_samples;
} Common;

enum
{
  BEFORE,
  AGREES,
  AFTER,
  N_SIDES,
};

static void
clear_common (gpointer data)
{
  Common *common = data;

  g_free (common->text);
}

static GArray *
make_commons (GArray *lengths)
{
  GArray *commons = g_array_new (FALSE, TRUE, sizeof (Common));

  g_array_set_clear_func (commons, clear_common);
  for (guint i = 0; i < lengths->len; i++)
    {
      Common common = { g_array_index (lengths, gsize, i), NULL, 0 };

      g_array_append_val (commons, common);
    }

  return commons;
}

static void
add_sample (Common     *common,
            const char *message)
{
  g_autofree char *small = NULL;
  gsize            length = 0;

  if (message == NULL)
    return;

  common->n_samples++;
  small = g_ascii_strdown (message, -1);
  if (common->text == NULL)
    {
      common->text = g_steal_pointer (&small);
      return;
    }

  while (common->text[length] != '\0' && common->text[length] == small[length])
    length++;
  common->text[length] = '\0';
}

/* Messages of one place are compared by what follows after what they have in common. */
static void
take_message (ActStoreMessageKey *key,
              const Common       *common,
              const char         *message)
{
  guint32 hash = 0x811c9dc5;
  guint8  piece[2][PIECE_LENGTH] = { { 0 } };
  gsize   agreed = common->text != NULL ? strlen (common->text) : 0;
  guint   side = AGREES;
  guint8  c = 0;

  for (gsize i = 0; message != NULL && message[i] != '\0'; i++)
    {
      c = (guint8) message[i];
      if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
      hash = (hash ^ c) * 0x01000193;

      if (i < agreed && side == AGREES && c != (guint8) common->text[i])
        side = c < (guint8) common->text[i] ? BEFORE : AFTER;
      if (i >= agreed && i - agreed < PIECE_LENGTH)
        piece[0][i - agreed] = c;
      if (i >= common->sure && i - common->sure < PIECE_LENGTH)
        piece[1][i - common->sure] = c;
    }

  if (side == AGREES && (message == NULL || strlen (message) < agreed))
    side = BEFORE;

  memcpy (key->piece, piece[side == AGREES ? 0 : 1], PIECE_LENGTH);
  key->piece[0] = GUINT64_FROM_BE (key->piece[0]);
  key->piece[1] = GUINT64_FROM_BE (key->piece[1]);
  key->place = key->place * N_SIDES + side;
  key->hash = hash;
}

static Common *
get_common (GArray *commons,
            guint   group)
{
  return &g_array_index (commons, Common, MIN (group, commons->len - 1));
}

static ActStatement *
prepare_message (ActStoreDatabase *database,
                 gint64            row_id,
                 GError          **error)
{
  ActStatement *find = act_store_database_prepare (
      database, "SELECT message FROM event WHERE row_id = :row_id", error);

  if (find != NULL)
    act_statement_bind_int (find, ":row_id", row_id);

  return find;
}

static gboolean
look_up (ActStoreDatabase   *database,
         ActStoreMessageKey *key,
         Common             *common,
         gboolean            as_sample,
         GError            **error)
{
  g_autoptr (ActStatement) find = prepare_message (database, key->row_id, error);
  const char *message = NULL;
  int         code;

  if (find == NULL)
    return FALSE;

  code = act_statement_step (find, error);
  if (code == SQLITE_ROW)
    message = act_statement_get_text (find, 0);
  else if (code != SQLITE_DONE)
    return FALSE;

  if (as_sample)
    add_sample (common, message);
  else
    take_message (key, common, message);

  return TRUE;
}

/* Some from all over the rows, since those that lie together are alike. */
static gboolean
read_samples (ActStoreDatabase *database,
              GArray           *keys,
              GArray           *commons,
              GError          **error)
{
  guint step = MAX (keys->len / 4096, 1);

  for (guint i = 0; i < keys->len; i += step)
    {
      ActStoreMessageKey *key = &g_array_index (keys, ActStoreMessageKey, i);
      Common             *common = get_common (commons, key->place);

      if (common->n_samples < N_SAMPLES && !look_up (database, key, common, TRUE, error))
        return FALSE;
    }

  return TRUE;
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

      if (!look_up (database, key, get_common (commons, key->place), FALSE, error))
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

      /* Every row of state has one of event. */
      if (key->row_id != row_id)
        continue;

      take_message (key, get_common (commons, key->place), act_statement_get_text (rows, 1));
      i++;
    }

  return i == keys->len || code == SQLITE_DONE;
}

static gboolean
read_messages (ActStoreDatabase *database,
               GArray           *keys,
               GArray           *commons,
               GError          **error)
{
  return read_samples (database, keys, commons, error) &&
         (keys->len <= MAX_LOOK_UPS ? look_up_all (database, keys, commons, error)
                                    : go_through (database, keys, commons, error));
}

static int
compare_pieces (const ActStoreMessageKey *first,
                const ActStoreMessageKey *second)
{
  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  if (first->piece[0] != second->piece[0])
    return first->piece[0] < second->piece[0] ? -1 : 1;
  if (first->piece[1] != second->piece[1])
    return first->piece[1] < second->piece[1] ? -1 : 1;

  return 0;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      descending)
{
  const ActStoreMessageKey *first = a;
  const ActStoreMessageKey *second = b;
  int                       order = compare_pieces (first, second);

  if (order != 0)
    return GPOINTER_TO_INT (descending) ? -order : order;

  return (first->row_id < second->row_id) - (first->row_id > second->row_id);
}

/* Puts keys in the order of their places, where they are: sorting each place alone is quicker, and
 * needs less memory. Returns where each one begins. */
static guint *
part_places (GArray  *keys,
             guint    n_places,
             gboolean descending)
{
  guint              *starts = g_new0 (guint, n_places + 1);
  g_autofree guint   *next = g_new0 (guint, n_places);
  ActStoreMessageKey *all = (ActStoreMessageKey *) (gpointer) keys->data;

  for (guint i = 0; i < keys->len; i++)
    starts[(descending ? n_places - 1 - all[i].place : all[i].place) + 1]++;
  for (guint place = 0; place < n_places; place++)
    {
      starts[place + 1] += starts[place];
      next[place] = starts[place];
    }

  for (guint place = 0; place < n_places; place++)
    {
      while (next[place] < starts[place + 1])
        {
          ActStoreMessageKey key = all[next[place]];
          guint              its = descending ? n_places - 1 - key.place : key.place;

          if (its == place)
            {
              next[place]++;
            }
          else
            {
              all[next[place]] = all[next[its]];
              all[next[its]++] = key;
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
        gboolean                  descending,
        GError                  **error)
{
  for (gsize i = 1; i < n; i++)
    {
      if (keys[i].hash != keys[0].hash)
        return act_store_message_sort (database, row_ids, n, descending, error);
    }

  return TRUE;
}

/**
 * act_store_message_keys_sort:
 * @database: a connection inside a transaction
 * @keys: (element-type ActStoreMessageKey): keys of which only rows and places are set, newest first;
 *   they are changed
 * @lengths: (element-type gsize): how many bytes the messages of each place have in common
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
                             GArray           *lengths,
                             gboolean          descending,
                             GError          **error)
{
  g_autoptr (GArray) commons = make_commons (lengths);
  g_autoptr (GArray) row_ids = NULL;
  g_autofree guint   *starts = NULL;
  ActStoreMessageKey *all = (ActStoreMessageKey *) (gpointer) keys->data;
  guint               n_places = lengths->len * N_SIDES;

  if (!read_messages (database, keys, commons, error))
    return NULL;

  starts = part_places (keys, n_places, descending);
  for (guint place = 0; place < n_places; place++)
    g_qsort_with_data (all + starts[place], (int) (starts[place + 1] - starts[place]),
                       sizeof (ActStoreMessageKey), compare_keys, GINT_TO_POINTER (descending));

  row_ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (row_ids, all[i].row_id);

  for (guint first = 0, end = 0; first < keys->len; first = end)
    {
      for (end = first + 1; end < keys->len && compare_pieces (&all[first], &all[end]) == 0; end++)
        ;
      if (!settle (database, &all[first], &g_array_index (row_ids, gint64, first), end - first,
                   descending, error))
        return NULL;
    }

  return g_steal_pointer (&row_ids);
}
