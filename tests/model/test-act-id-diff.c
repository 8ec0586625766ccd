/* The difference of two arrays, applied, gives the second one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-id-diff.h"

#include <string.h>

static GArray *
make_ids (guint max)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int n = g_test_rand_int_range (0, (gint32) max + 1); n > 0; n--)
    {
      gint64 id = g_test_rand_int_range (0, 5);

      g_array_append_val (ids, id);
    }

  return ids;
}

static ActIdDiff
diff (GArray *before,
      GArray *after)
{
  return act_id_diff ((const gint64 *) (gpointer) before->data, before->len,
                      (const gint64 *) (gpointer) after->data, after->len);
}

static void
test_random (void)
{
  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GArray) before = make_ids (8);
      g_autoptr (GArray) after = make_ids (8);
      ActIdDiff d = diff (before, after);

      g_assert_cmpuint (d.position + d.removed, <=, before->len);
      g_assert_cmpuint (d.position + d.added, <=, after->len);
      if (d.removed > 0)
        g_array_remove_range (before, (guint) d.position, (guint) d.removed);
      if (d.added > 0)
        g_array_insert_vals (before, (guint) d.position,
                             &g_array_index (after, gint64, d.position), (guint) d.added);
      g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data,
                       after->len * sizeof (gint64));
    }
}

static void
check (const char *before,
       const char *after,
       gsize       position,
       gsize       removed,
       gsize       added)
{
  gint64    ids[2][16] = { { 0 } };
  ActIdDiff d = { 0 };

  for (gsize i = 0; i < strlen (before); i++)
    ids[0][i] = before[i];
  for (gsize i = 0; i < strlen (after); i++)
    ids[1][i] = after[i];

  d = act_id_diff (ids[0], strlen (before), ids[1], strlen (after));
  g_assert_cmpuint (d.position, ==, position);
  g_assert_cmpuint (d.removed, ==, removed);
  g_assert_cmpuint (d.added, ==, added);
}

static void
test_samples (void)
{
  ActIdDiff nothing = act_id_diff (NULL, 0, NULL, 0);

  g_assert_cmpuint (nothing.removed + nothing.added, ==, 0);
  check ("", "abc", 0, 0, 3);
  check ("abc", "", 0, 3, 0);
  check ("abc", "abc", 3, 0, 0);
  check ("abc", "xabc", 0, 0, 1);
  check ("abc", "abcx", 3, 0, 1);
  check ("abc", "axc", 1, 1, 1);
  check ("abcdef", "abef", 2, 2, 0);
  check ("aa", "aaa", 2, 0, 1);
  check ("abc", "cba", 0, 3, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-diff/samples", test_samples);
  g_test_add_func ("/id-diff/random", test_random);

  return g_test_run ();
}
