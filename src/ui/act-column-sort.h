/* Which column a column view is sorted by
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     act_column_sort_add  (GtkColumnViewColumn *column,
                               ActSortColumn        sort);
gboolean act_column_sort_read (GtkColumnView       *view,
                               ActSortColumn       *sort,
                               gboolean            *descending);

G_END_DECLS
