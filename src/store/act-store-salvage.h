/* Saves what the user did from a store that is damaged
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

gboolean act_store_salvage_outbox (ActStoreDatabase  *database,
                                   const char        *damaged_path,
                                   guint             *n_entries,
                                   GError           **error);

G_END_DECLS
