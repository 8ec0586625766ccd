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
 * @piece: what follows in the message after what those of its place have in common; its first bytes
 *   count most
 * @row_id: the row
 * @place: the place of what the message begins with among all
 * @hash: of the whole message in small letters
 *
 * A row, by what is read of its message.
 */
typedef struct
{
  guint64 piece[2];
  gint64  row_id;
  guint32 place;
  guint32 hash;
} ActStoreMessageKey;

GArray *act_store_message_keys_sort (ActStoreDatabase  *database,
                                     GArray            *keys,
                                     GArray            *lengths,
                                     gboolean           descending,
                                     GError           **error);

G_END_DECLS
