/* Ticks against a plain set, through random calls
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-ticks.h"

#define N_IDS 64

static void
changed_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
check (ActTicks       *ticks,
       const gboolean *expected)
{
  g_autoptr (GArray) ids = act_ticks_get_ids (ticks);
  guint n = 0;

  for (gint64 id = 0; id < N_IDS; id++)
    {
      g_assert_true (act_ticks_contains (ticks, id) == expected[id]);
      if (!expected[id])
        continue;
      g_assert_cmpuint (n, <, ids->len);
      g_assert_cmpint (g_array_index (ids, gint64, n), ==, id);
      n++;
    }
  g_assert_cmpuint (ids->len, ==, n);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, n);
}

static GArray *
pick_ids (gboolean ascending)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 i = 0; i < N_IDS; i++)
    {
      gint64 id = ascending ? i : g_test_rand_int_range (0, N_IDS);

      if (g_test_rand_bit ())
        g_array_append_val (ids, id);
    }

  return ids;
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }

  return FALSE;
}

static void
test_random (void)
{
  g_autoptr (ActTicks) ticks = act_ticks_new ();
  gboolean expected[N_IDS] = { FALSE };
  guint    n_changes = 0;

  g_signal_connect_swapped (ticks, "changed", G_CALLBACK (changed_cb), &n_changes);
  for (int round = 0; round < 5000; round++)
    {
      int      call = g_test_rand_int_range (0, 20);
      gboolean ticked = g_test_rand_bit () != 0;
      g_autoptr (GArray) ids = pick_ids (call == 1 || g_test_rand_bit ());
      const gint64 *data = (const gint64 *) (gpointer) ids->data;
      gint64        one = g_test_rand_int_range (0, N_IDS);
      gboolean      differs = FALSE;
      guint         before = n_changes;

      if (call == 0)
        act_ticks_clear (ticks);
      else if (call <= 4)
        act_ticks_set_all (ticks, data, ids->len);
      else if (call <= 10)
        act_ticks_set_many (ticks, data, ids->len, ticked);
      else
        act_ticks_set (ticks, one, ticked);

      for (gint64 id = 0; id < N_IDS; id++)
        {
          gboolean now = expected[id];

          if (call == 0)
            now = FALSE;
          else if (call <= 4)
            now = now || contains (ids, id);
          else if (call <= 10 ? contains (ids, id) : id == one)
            now = ticked;
          differs |= now != expected[id];
          expected[id] = now;
        }

      check (ticks, expected);
      g_assert_cmpuint (n_changes - before, ==, differs ? 1 : 0);
    }
}

/* What comes after all were ticked is not ticked, and the caller's array may go. */
static void
test_all_is_frozen (void)
{
  g_autoptr (ActTicks) ticks = act_ticks_new ();
  gint64 ids[] = { 30, 20, 10 };

  act_ticks_set_all (ticks, ids, G_N_ELEMENTS (ids));
  ids[0] = 40;
  g_assert_true (act_ticks_contains (ticks, 30));
  g_assert_false (act_ticks_contains (ticks, 40));
  act_ticks_set (ticks, 20, FALSE);
  act_ticks_set (ticks, 50, TRUE);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 3);
  act_ticks_set_all (ticks, ids + 1, 2);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 4);
}

static void
test_extremes (void)
{
  g_autoptr (ActTicks) ticks = act_ticks_new ();
  const gint64 ids[] = { G_MAXINT64, G_MININT64, 0, -1 };
  g_autoptr (GArray) sorted = NULL;

  act_ticks_set_all (ticks, ids, G_N_ELEMENTS (ids));
  sorted = act_ticks_get_ids (ticks);
  g_assert_cmpint (g_array_index (sorted, gint64, 0), ==, G_MININT64);
  g_assert_cmpint (g_array_index (sorted, gint64, 3), ==, G_MAXINT64);
  act_ticks_set_all (ticks, NULL, 0);
  act_ticks_set_many (ticks, NULL, 0, TRUE);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 4);
  act_ticks_clear (ticks);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 0);
}

static void
test_million (void)
{
  g_autoptr (ActTicks) ticks = act_ticks_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_changes = 0;

  for (gint64 id = 1000000; id > 0; id--)
    g_array_append_val (ids, id);
  g_signal_connect_swapped (ticks, "changed", G_CALLBACK (changed_cb), &n_changes);
  act_ticks_set_all (ticks, (const gint64 *) (gpointer) ids->data, ids->len);
  act_ticks_set (ticks, 500000, FALSE);
  g_assert_cmpuint (act_ticks_get_size (ticks), ==, 999999);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&ticks));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticks/random", test_random);
  g_test_add_func ("/ticks/all-is-frozen", test_all_is_frozen);
  g_test_add_func ("/ticks/extremes", test_extremes);
  g_test_add_func ("/ticks/million", test_million);

  return g_test_run ();
}
