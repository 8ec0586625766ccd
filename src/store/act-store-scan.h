/* Goes through the events of a query
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"
#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreScanFlags:
 * @ACT_STORE_SCAN_NONE: only row ids are needed
 * @ACT_STORE_SCAN_FACTS: profile and status are needed too
 * @ACT_STORE_SCAN_FEW: the first few are needed, so what takes long beforehand is left out
 *
 * What a scan is for.
 */
typedef enum
{
  ACT_STORE_SCAN_NONE = 0,
  ACT_STORE_SCAN_FACTS = 1 << 0,
  ACT_STORE_SCAN_FEW = 1 << 1,
} ActStoreScanFlags;

/**
 * ActStoreScanFunc:
 * @row_id: an event
 * @profile: its profile, where asked for
 * @status: where it stands, where asked for
 * @data: data of the caller
 *
 * Returns: whether to go on
 */
typedef gboolean (*ActStoreScanFunc) (gint64   row_id,
                                      gint64   profile,
                                      int      status,
                                      gpointer data);

/**
 * ActStoreScan:
 *
 * A query that is ready to be gone through, within one transaction.
 */
typedef struct _ActStoreScan ActStoreScan;

ActStoreScan *act_store_scan_new         (ActStoreDatabase   *database,
                                          const ActQuery     *query,
                                          ActStoreScanFlags   flags,
                                          GError            **error);
void          act_store_scan_free        (ActStoreScan       *self);
gboolean      act_store_scan_run         (ActStoreScan       *self,
                                          gboolean            newest_first,
                                          ActStoreScanFunc    func,
                                          gpointer            data,
                                          GError            **error);
gboolean      act_store_scan_run_profile (ActStoreScan       *self,
                                          gint64              profile,
                                          ActStoreScanFunc    func,
                                          gpointer            data,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreScan, act_store_scan_free)

G_END_DECLS
