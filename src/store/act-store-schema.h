/* The tables of the store, and the steps that led to them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-migrations.h"

G_BEGIN_DECLS

const ActStoreMigration *act_store_schema_get_migrations (guint             *n_migrations);
gboolean                 act_store_schema_check          (ActStoreDatabase  *database,
                                                          GError           **error);

G_END_DECLS
