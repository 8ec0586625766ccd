/* What a query finds, grouped by cause
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"
#include "act-query.h"
#include "act-store-database.h"

G_BEGIN_DECLS

GPtrArray *act_store_cause_list_read (ActStoreDatabase  *database,
                                      const ActQuery    *query,
                                      ActCauseOrder      order,
                                      guint             *n_causes,
                                      GError           **error);
GArray    *act_store_cause_list_count
                                     (ActStoreDatabase  *database,
                                      GArray            *row_ids,
                                      GError           **error);

G_END_DECLS
