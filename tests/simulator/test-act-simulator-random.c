/* Tests of numbers and ids that follow from a seed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-random.h"

static void
test_id_tells_its_index (void)
{
  const guint32 indices[] = { 0, 1, 2, 239, 1000000, 0x7fffffff, 0x80000000, G_MAXUINT32 };

  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    {
      g_autofree char *id = act_simulator_make_id (7, ACT_SIMULATOR_STREAM_EVENT, indices[i]);
      guint32          index = 12345;

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_true (act_simulator_find_index (7, ACT_SIMULATOR_STREAM_EVENT, id, &index));
      g_assert_cmpuint (index, ==, indices[i]);
      g_assert_false (act_simulator_find_index (8, ACT_SIMULATOR_STREAM_EVENT, id, &index));
      g_assert_false (act_simulator_find_index (7, ACT_SIMULATOR_STREAM_RUN, id, &index));
    }
}

static void
test_ids_differ (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 50000; i++)
    g_assert_true (g_hash_table_add (ids, act_simulator_make_id (1, ACT_SIMULATOR_STREAM_EVENT, i)));
  for (guint i = 0; i < 50000; i++)
    g_assert_true (g_hash_table_add (ids, act_simulator_make_id (1, ACT_SIMULATOR_STREAM_RUN, i)));
}

static void
test_foreign_ids_are_none (void)
{
  const char *const ids[] = { "", "x", "6d1f0c1e-0000-4000-8000-000000000001", "../../../../../../../etc/passwd/abcde",
                              "6D1F0C1E-ZZZZ-4000-8000-000000000001" };
  guint32           index = 0;

  g_assert_false (act_simulator_find_index (1, ACT_SIMULATOR_STREAM_EVENT, NULL, &index));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_false (act_simulator_find_index (1, ACT_SIMULATOR_STREAM_EVENT, ids[i], &index));
}

static void
test_numbers_are_even (void)
{
  guint counts[10] = { 0 };

  for (guint i = 0; i < 10000; i++)
    counts[act_simulator_random_below_at (1, ACT_SIMULATOR_STREAM_EVENT_KIND, i, 10)]++;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_assert_cmpuint (counts[i], >, 850);
      g_assert_cmpuint (counts[i], <, 1150);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/random/id-tells-its-index", test_id_tells_its_index);
  g_test_add_func ("/simulator/random/ids-differ", test_ids_differ);
  g_test_add_func ("/simulator/random/foreign-ids-are-none", test_foreign_ids_are_none);
  g_test_add_func ("/simulator/random/numbers-are-even", test_numbers_are_even);

  return g_test_run ();
}
