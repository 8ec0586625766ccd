/* Which events have an id that begins with a text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-bits.h"
#include "act-store-database.h"
#include "act-store-rows.h"

G_BEGIN_DECLS

/**
 * ActStoreIdColumn:
 * @ACT_STORE_ID_EVENT: the event's own id
 * @ACT_STORE_ID_ENTITY: the entity's
 * @ACT_STORE_ID_RUN: the run's
 *
 * The ids that are not shared by many events.
 */
typedef enum
{
  ACT_STORE_ID_EVENT,
  ACT_STORE_ID_ENTITY,
  ACT_STORE_ID_RUN,
} ActStoreIdColumn;

gboolean act_store_ids_find_rows     (ActStoreDatabase  *database,
                                      ActStoreIdColumn   column,
                                      const char        *beginning,
                                      guint              limit,
                                      ActStoreRows      *rows,
                                      GError           **error);
gboolean act_store_ids_find_profiles (ActStoreDatabase  *database,
                                      const char        *beginning,
                                      ActStoreBits      *profiles,
                                      GError           **error);

gboolean act_store_ids_list_profiles  (ActStoreDatabase    *database,
                                      const ActStoreBits  *profiles,
                                      guint                limit,
                                      GArray              *row_ids,
                                      gboolean            *whole,
                                      GError             **error);

G_END_DECLS
