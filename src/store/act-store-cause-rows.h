/* The causes of events, by number
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"
#include "act-store-database.h"

G_BEGIN_DECLS

gboolean act_store_causes_find (ActStoreDatabase  *database,
                                const ActEvent    *event,
                                gint64            *number,
                                GError           **error);
gboolean act_store_causes_fill (ActStoreDatabase  *database,
                                gint64            *position,
                                guint              limit,
                                gboolean          *done,
                                GError           **error);
gboolean act_store_causes_count_others
                               (ActStoreDatabase  *database,
                                gint64             row_id,
                                gint64            *cause,
                                guint             *n_others,
                                GError           **error);

G_END_DECLS
