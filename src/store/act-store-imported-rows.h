/* Changes that were not sent from another computer: held apart from the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-port-row.h"
#include "act-store-database.h"

G_BEGIN_DECLS

gboolean   act_store_imported_rows_add    (ActStoreDatabase  *database,
                                           const ActPortRow  *row,
                                           gboolean           only_count,
                                           gboolean          *is_new,
                                           GError           **error);
GPtrArray *act_store_imported_rows_list   (ActStoreDatabase  *database,
                                           GError           **error);
gboolean   act_store_imported_rows_send   (ActStoreDatabase  *database,
                                           guint             *n_sent,
                                           GError           **error);
gboolean   act_store_imported_rows_remove (ActStoreDatabase  *database,
                                           GError           **error);

G_END_DECLS
