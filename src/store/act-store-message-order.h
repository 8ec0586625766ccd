/* The order of messages
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"
#include "act-store-database.h"

G_BEGIN_DECLS

GArray *act_store_message_order_list (ActStoreDatabase  *database,
                                      const ActQuery    *query,
                                      guint              limit,
                                      GError           **error);

G_END_DECLS
