/* As much of many messages as puts them in order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreMessageKey:
 * @piece: what follows in the message after what all of its group have in common; its first bytes
 *   count most
 * @row_id: the row
 * @group: the group of its beginning
 * @hash: of the whole message in small letters
 *
 * A row, by what is read of its message.
 */
typedef struct
{
  guint64 piece;
  gint64  row_id;
  guint32 group;
  guint32 hash;
} ActStoreMessageKey;

gboolean act_store_message_keys_read (ActStoreDatabase  *database,
                                      GArray            *keys,
                                      GArray            *commons,
                                      GError           **error);
GArray  *act_store_message_keys_sort (ActStoreDatabase  *database,
                                      GArray            *keys,
                                      GArray            *commons,
                                      gboolean           descending,
                                      GError           **error);

G_END_DECLS
