/* How much room there is on the disk, before something needs it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

gboolean act_store_space_check   (const char        *path,
                                  gint64             needed,
                                  GError           **error);
gboolean act_store_space_measure (ActStoreDatabase  *database,
                                  gint64            *n_bytes,
                                  GError           **error);

G_END_DECLS
