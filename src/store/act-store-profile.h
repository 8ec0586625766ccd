/* What many events have in common, as one number
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"
#include "act-store-database.h"
#include "act-store-fill.h"

G_BEGIN_DECLS

/**
 * ActStoreNumbers:
 * @name: of the event name
 * @destination: of the destination, or 0
 * @configuration: of the integration configuration, or 0
 * @account: of the account, or 0
 *
 * The numbers that stand for an event's names in the narrow tables.
 */
typedef struct
{
  gint64 name;
  gint64 destination;
  gint64 configuration;
  gint64 account;
} ActStoreNumbers;

gboolean act_store_profile_find (ActStoreDatabase       *database,
                                 const ActEvent         *event,
                                 const ActStoreNumbers  *numbers,
                                 gint64                 *profile,
                                 GError                **error);
gboolean act_store_profile_remove_unused (ActStoreDatabase  *database,
                                          GError           **error);
gboolean act_store_profile_fill (ActStoreDatabase       *database,
                                 gint64                 *position,
                                 guint                   limit,
                                 gboolean               *done,
                                 GError                **error);

G_END_DECLS
