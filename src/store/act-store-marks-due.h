/* Marks that are made and that the table of states is still to follow
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ACT_STORE_STATUS_WITH_DUE:
 *
 * An SQL expression for where a row of `state` stands.
 */
#define ACT_STORE_STATUS_WITH_DUE \
  "iif (state.row_id IN (SELECT row_id FROM mark_due), 8, state.status)"

gboolean act_store_marks_due_exist  (ActStoreDatabase  *database,
                                     gboolean          *exist,
                                     GError           **error);
gboolean act_store_marks_due_add    (ActStoreDatabase  *database,
                                     const char        *rows,
                                     gint64             marked_at,
                                     GError           **error);
gboolean act_store_marks_due_follow (ActStoreDatabase  *database,
                                     guint              limit,
                                     GError           **error);

G_END_DECLS
