/* Numbers and ids that follow from a seed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-random.h"

#include <string.h>

#define STEP      G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define ID_LENGTH 36

static guint64
mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return value ^ (value >> 31);
}

/* Scrambling that can be undone lets an id tell its index, so that nobody has to remember ids. */
static guint32
scramble (guint32 value,
          guint32 key)
{
  value ^= key;
  value = (value ^ (value >> 16)) * 0x7feb352dU;
  value = (value ^ (value >> 15)) * 0x846ca68bU;

  return value ^ (value >> 16);
}

static guint32
unscramble (guint32 value,
            guint32 key)
{
  value = (value ^ (value >> 16)) * 0x43021123U;
  value = (value ^ (value >> 15) ^ (value >> 30)) * 0x1d69e2a5U;
  value ^= value >> 16;

  return value ^ key;
}

static guint32
get_key (guint64            seed,
         ActSimulatorStream stream)
{
  return (guint32) act_simulator_random_at (seed, stream, G_MAXUINT64 - 1);
}

/**
 * act_simulator_random_at:
 * @seed: the seed
 * @stream: what the number is for
 * @index: which number
 *
 * Makes a number that depends on nothing but the arguments. Any thread.
 *
 * Returns: the number
 */
guint64
act_simulator_random_at (guint64            seed,
                         ActSimulatorStream stream,
                         guint64            index)
{
  return mix (mix (seed + STEP * ((guint64) stream + 1)) + STEP * (index + 1));
}

/**
 * act_simulator_random_below_at:
 * @seed: the seed
 * @stream: what the number is for
 * @index: which number
 * @limit: one more than the greatest number; not 0
 *
 * Makes a number from 0 up to, not including, @limit. Any thread.
 *
 * Returns: the number
 */
guint
act_simulator_random_below_at (guint64            seed,
                               ActSimulatorStream stream,
                               guint64            index,
                               guint              limit)
{
  g_return_val_if_fail (limit > 0, 0);

  return (guint) ((act_simulator_random_at (seed, stream, index) >> 16) % limit);
}

/**
 * act_simulator_make_id:
 * @seed: the seed
 * @stream: what the id is for
 * @index: which id
 *
 * Makes an id in the form of a random UUID. Any thread.
 *
 * Returns: (transfer full): the id
 */
char *
act_simulator_make_id (guint64            seed,
                       ActSimulatorStream stream,
                       guint32            index)
{
  guint32 head = scramble (index, get_key (seed, stream));
  guint64 tail = act_simulator_random_at (seed, stream, (guint64) index | (G_GUINT64_CONSTANT (1) << 40));

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%012" G_GINT64_MODIFIER "x",
                          head,
                          (guint) (head * 0x9e37U ^ (guint) (tail >> 48)) & 0xffff,
                          (guint) (tail >> 36) & 0xfff,
                          ((guint) (tail >> 50) & 0x3fff) | 0x8000,
                          tail & G_GUINT64_CONSTANT (0xffffffffffff));
}

/**
 * act_simulator_find_index:
 * @seed: the seed
 * @stream: what the id is for
 * @id: an id from anywhere
 * @index: (out): return location for the index
 *
 * Finds the index that an id was made from. Any thread.
 *
 * Returns: whether act_simulator_make_id() makes @id from @index
 */
gboolean
act_simulator_find_index (guint64            seed,
                          ActSimulatorStream stream,
                          const char        *id,
                          guint32           *index)
{
  g_autofree char *expected = NULL;
  char             head[9] = { 0 };

  if (id == NULL || strlen (id) != ID_LENGTH)
    return FALSE;

  for (guint i = 0; i < 8; i++)
    {
      if (!g_ascii_isxdigit (id[i]))
        return FALSE;
      head[i] = id[i];
    }

  *index = unscramble ((guint32) g_ascii_strtoull (head, NULL, 16), get_key (seed, stream));
  expected = act_simulator_make_id (seed, stream, *index);

  return g_ascii_strcasecmp (id, expected) == 0;
}
