/* Brings a store of an older version up to this one, step by step
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"
#include "act-store-progress.h"

G_BEGIN_DECLS

/**
 * ActStoreMigration:
 *
 * Leads from one schema version to the next, inside a transaction.
 */
typedef gboolean (*ActStoreMigration) (ActStoreDatabase  *database,
                                       GError           **error);

gboolean act_store_migrations_read_version (ActStoreDatabase         *database,
                                            guint                    *version,
                                            GError                  **error);
gboolean act_store_migrations_run          (ActStoreDatabase         *database,
                                            const ActStoreMigration  *migrations,
                                            guint                     n_migrations,
                                            gboolean                  alone,
                                            ActStoreProgress         *progress,
                                            GError                  **error);

G_END_DECLS
