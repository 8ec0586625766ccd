/* Row ids sort by time and do not depend on anything but time and event id
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-store-row-id.h"

static const gint64 times[] = {
  G_MININT64,
  -62167219200000,
  -1,
  0,
  1,
  2,
  1772600767000,
  1772600767001,
  G_GINT64_CONSTANT (8796093022206),
  G_GINT64_CONSTANT (8796093022207),
  3093527980799999,
  G_MAXINT64,
};

static void
test_order (void)
{
  gint64 before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 first = act_row_id_first_at (times[i]);
      gint64 row_id = act_row_id_make (times[i], "an event", 0);

      g_assert_cmpint (first, >, 0);
      g_assert_cmpint (row_id, >=, first);
      g_assert_cmpint (first, >=, before);
      if (act_row_id_get_time (row_id) == times[i] && before > 0)
        g_assert_cmpint (row_id, >, before);
      before = first;
    }

  g_assert_cmpint (act_row_id_get_time (act_row_id_make (1772600767000, "an event", 0)), ==, 1772600767000);
}

/* These numbers are in people's stores: they must never change. */
static void
test_stable (void)
{
  g_assert_cmpint (act_row_id_make (1772600767000, "", 0) & 0xfffff, ==, 0x83c52);
  g_assert_cmpint (act_row_id_make (1772600767000, "0f8fad5b-d9cb-469f-a165-70867728950e", 0) & 0xfffff, ==, 0x1f175);
}

static void
test_attempts (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_hash_table_remove_all (seen);
      for (guint attempt = 0; attempt < ACT_ROW_ID_MAX_ATTEMPTS; attempt++)
        {
          gint64 row_id = act_row_id_make (times[i], "an event", attempt);

          g_assert_cmpint (row_id, >, 0);
          g_assert_true (g_hash_table_add (seen, g_memdup2 (&row_id, sizeof row_id)));
        }
    }
}

static void
test_spread (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_collisions = 0;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      gint64           row_id = act_row_id_make (1772600767000, id, 0);

      if (!g_hash_table_add (seen, g_memdup2 (&row_id, sizeof row_id)))
        n_collisions++;
    }

  /* Chance alone gives about 12. */
  g_assert_cmpuint (n_collisions, <, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/row-id/order", test_order);
  g_test_add_func ("/store/row-id/stable", test_stable);
  g_test_add_func ("/store/row-id/attempts", test_attempts);
  g_test_add_func ("/store/row-id/spread", test_spread);

  return g_test_run ();
}
