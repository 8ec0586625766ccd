/* Changes of something else than an event: rows of the outbox
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-store-database.h"

G_BEGIN_DECLS

gboolean   act_store_change_rows_add     (ActStoreDatabase  *database,
                                          const ActChange   *change,
                                          gint64             replaced_id,
                                          gint64            *change_id,
                                          GError           **error);
gboolean   act_store_change_rows_put     (ActStoreDatabase  *database,
                                          const ActChange   *change,
                                          GError           **error);
GPtrArray *act_store_change_rows_list    (ActStoreDatabase  *database,
                                          GError           **error);
gboolean   act_store_change_rows_claim   (ActStoreDatabase  *database,
                                          gint64             after_id,
                                          ActChange        **change,
                                          GError           **error);
gboolean   act_store_change_rows_settle  (ActStoreDatabase  *database,
                                          gint64             change_id,
                                          ActOutboxState     state,
                                          const char        *reason,
                                          GError           **error);
gboolean   act_store_change_rows_discard (ActStoreDatabase  *database,
                                          gint64             change_id,
                                          GError           **error);
gboolean   act_store_change_rows_retry   (ActStoreDatabase  *database,
                                          gint64             change_id,
                                          GError           **error);

G_END_DECLS
