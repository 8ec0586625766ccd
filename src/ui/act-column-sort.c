/* Which column a column view is sorted by
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-column-sort.h"

/* The rows are sorted by the database, so the view's sorter never sorts anything. It is there since
 * a title can be clicked, and shows its arrow, only where the column has a sorter. GTK 4.8 does not
 * tell which column was clicked last (4.10 does), but its sorter asks the sorters of its columns one
 * after the other, that of the last click first, and turns the answer round for a descending order.
 * So comparing two things that are no rows finds out both. */

typedef struct
{
  gboolean      asked;
  ActSortColumn sort;
} Probe;

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  Probe *probe = (Probe *) a;

  probe->asked = TRUE;
  probe->sort = GPOINTER_TO_INT (user_data);

  return 1;
}

/**
 * act_column_sort_add:
 * @column: a column
 * @sort: what a click on its title sorts by
 *
 * Makes the column's title a button that sorts.
 */
void
act_column_sort_add (GtkColumnViewColumn *column,
                     ActSortColumn        sort)
{
  g_autoptr (GtkSorter) sorter = NULL;

  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GINT_TO_POINTER (sort), NULL));
  gtk_column_view_column_set_sorter (column, sorter);
}

/**
 * act_column_sort_read:
 * @view: a column view whose sorters all come from act_column_sort_add()
 * @sort: (out): what it is sorted by
 * @descending: (out): whether that order is reversed
 *
 * Finds out which title was clicked last. No sort model may use the view's sorter.
 *
 * Returns: %FALSE when the view is not sorted
 */
gboolean
act_column_sort_read (GtkColumnView *view,
                      ActSortColumn *sort,
                      gboolean      *descending)
{
  GtkSorter  *sorter = gtk_column_view_get_sorter (view);
  Probe       probe = { FALSE, ACT_SORT_DATE };
  Probe       other = { FALSE, ACT_SORT_DATE };
  GtkOrdering ordering = GTK_ORDERING_EQUAL;

  ordering = gtk_sorter_compare (sorter, &probe, &other);
  if (!probe.asked)
    return FALSE;

  *sort = probe.sort;
  *descending = ordering == GTK_ORDERING_SMALLER;
  return TRUE;
}
