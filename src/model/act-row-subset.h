/* Some chosen rows of another row source
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-row-source.h"

G_BEGIN_DECLS

#define ACT_TYPE_ROW_SUBSET (act_row_subset_get_type ())

/**
 * ActRowSubset:
 *
 * A [iface@RowSource] that has only the rows it was made with. A query finds those of them that the
 * other source finds, in its order.
 */
G_DECLARE_FINAL_TYPE (ActRowSubset, act_row_subset, ACT, ROW_SUBSET, GObject)

ActRowSubset *act_row_subset_new (ActRowSource *source,
                                  const gint64 *row_ids,
                                  gsize         n_row_ids);

G_END_DECLS
