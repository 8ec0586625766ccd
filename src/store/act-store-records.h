/* Reads records, sums and counts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-counts.h"
#include "act-event-record.h"
#include "act-row-source.h"
#include "act-selection-summary.h"
#include "act-store-database.h"

G_BEGIN_DECLS

GPtrArray           *act_store_records_load      (ActStoreDatabase  *database,
                                                  GArray            *row_ids,
                                                  ActRowLoadFlags    flags,
                                                  GError           **error);
gboolean             act_store_records_find      (ActStoreDatabase  *database,
                                                  gint64             row_id,
                                                  ActRowLoadFlags    flags,
                                                  ActEventRecord   **record,
                                                  GError           **error);
ActEventRecord      *act_store_records_read      (ActStoreDatabase  *database,
                                                  gint64             row_id,
                                                  GError           **error);
ActSelectionSummary *act_store_records_summarise (ActStoreDatabase  *database,
                                                  GArray            *row_ids,
                                                  GError           **error);
ActCounts           *act_store_records_count     (ActStoreDatabase  *database,
                                                  GError           **error);

G_END_DECLS
