/* Sorted arrays of row ids
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-id-array.h"

static GArray *
make_ids (void)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int     form = g_test_rand_int_range (0, 3);

  for (int i = 0, n = g_test_rand_int_range (0, 40); i < n; i++)
    {
      gint64 id = form == 0 ? 2 * i : form == 1 ? -2 * i
                                                : g_test_rand_int_range (-20, 20);

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
test_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) ids = make_ids ();
      const gint64 *data = (const gint64 *) (gpointer) ids->data;
      g_autoptr (GArray) sorted = act_id_array_new_sorted (data, ids->len);
      const gint64 *sorted_data = (const gint64 *) (gpointer) sorted->data;

      g_assert_cmpint (act_id_array_get_order (sorted_data, sorted->len), ==,
                       ACT_ID_ORDER_ASCENDING);
      for (guint i = 0; i < ids->len; i++)
        {
          gsize at = 0;

          g_assert_true (act_id_array_find (sorted_data, sorted->len, ACT_ID_ORDER_ASCENDING,
                                            data[i], &at));
          g_assert_cmpint (sorted_data[at], ==, data[i]);
        }

      for (gint64 id = -41; id < 41; id++)
        {
          ActIdOrder order = act_id_array_get_order (data, ids->len);
          gsize      at = 0;
          gboolean   there = act_id_array_find (data, ids->len, order, id, &at);

          g_assert_true (there == act_id_array_find (sorted_data, sorted->len,
                                                     ACT_ID_ORDER_ASCENDING, id, NULL));
          if (there)
            g_assert_cmpint (data[at], ==, id);
        }
    }
}

static void
test_order (void)
{
  static const gint64 up[] = { -5, 0, 7 };
  static const gint64 down[] = { 7, 0, -5 };
  static const gint64 twice[] = { 7, 7 };

  g_assert_cmpint (act_id_array_get_order (NULL, 0), ==, ACT_ID_ORDER_ASCENDING);
  g_assert_cmpint (act_id_array_get_order (up, 1), ==, ACT_ID_ORDER_ASCENDING);
  g_assert_cmpint (act_id_array_get_order (up, 3), ==, ACT_ID_ORDER_ASCENDING);
  g_assert_cmpint (act_id_array_get_order (down, 3), ==, ACT_ID_ORDER_DESCENDING);
  g_assert_cmpint (act_id_array_get_order (twice, 2), ==, ACT_ID_ORDER_NONE);
}

static void
test_subtract (void)
{
  static const gint64 ids[] = { -3, 1, 2, 5, G_MAXINT64 };
  static const gint64 others[] = { G_MININT64, 2, 3, G_MAXINT64 };
  g_autoptr (GArray) rest = act_id_array_subtract (ids, G_N_ELEMENTS (ids), others,
                                                   G_N_ELEMENTS (others));
  g_autoptr (GArray) all = act_id_array_subtract (ids, G_N_ELEMENTS (ids), NULL, 0);
  g_autoptr (GArray) nothing = act_id_array_subtract (ids, G_N_ELEMENTS (ids), ids,
                                                      G_N_ELEMENTS (ids));
  g_autoptr (GArray) of_nothing = act_id_array_subtract (NULL, 0, others, G_N_ELEMENTS (others));

  g_assert_cmpuint (rest->len, ==, 3);
  g_assert_cmpint (g_array_index (rest, gint64, 0), ==, -3);
  g_assert_cmpint (g_array_index (rest, gint64, 1), ==, 1);
  g_assert_cmpint (g_array_index (rest, gint64, 2), ==, 5);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (ids));
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (of_nothing->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-array/order", test_order);
  g_test_add_func ("/id-array/random", test_random);
  g_test_add_func ("/id-array/subtract", test_subtract);

  return g_test_run ();
}
