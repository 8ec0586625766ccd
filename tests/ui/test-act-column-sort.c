/* The column that was clicked last is found, on every version of the toolkit
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-column-sort.h"

static GtkColumnViewColumn *
add_column (GtkColumnView *view,
            ActSortColumn  sort)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new ("Title", NULL);

  act_column_sort_add (column, sort);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);

  return column;
}

static void
assert_sort (GtkColumnView *view,
             ActSortColumn  expected,
             gboolean       expected_descending)
{
  ActSortColumn sort = ACT_SORT_STATUS;
  gboolean      descending = !expected_descending;

  g_assert_true (act_column_sort_read (view, &sort, &descending));
  g_assert_cmpint (sort, ==, expected);
  g_assert_cmpint (descending, ==, expected_descending);
}

static void
test_read (void)
{
  GtkColumnView       *view = g_object_ref_sink (GTK_COLUMN_VIEW (gtk_column_view_new (NULL)));
  GtkColumnViewColumn *date = add_column (view, ACT_SORT_DATE);
  GtkColumnViewColumn *name = add_column (view, ACT_SORT_NAME);
  ActSortColumn        sort = ACT_SORT_DATE;
  gboolean             descending = FALSE;

  g_assert_false (act_column_sort_read (view, &sort, &descending));

  gtk_column_view_sort_by_column (view, date, GTK_SORT_DESCENDING);
  assert_sort (view, ACT_SORT_DATE, TRUE);

  gtk_column_view_sort_by_column (view, name, GTK_SORT_ASCENDING);
  assert_sort (view, ACT_SORT_NAME, FALSE);

  gtk_column_view_sort_by_column (view, name, GTK_SORT_DESCENDING);
  assert_sort (view, ACT_SORT_NAME, TRUE);

  gtk_column_view_remove_column (view, name);
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  g_assert_false (act_column_sort_read (view, &sort, &descending));

  g_object_unref (view);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-sort/read", test_read);

  return g_test_run ();
}
