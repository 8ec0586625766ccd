/* Rows that come into the store from a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-port-row.h"
#include "act-store-database.h"

G_BEGIN_DECLS

gboolean act_store_port_rows_import (ActStoreDatabase  *database,
                                     GPtrArray         *rows,
                                     gboolean           only_count,
                                     ActPortCounts     *counts,
                                     GError           **error);

G_END_DECLS
