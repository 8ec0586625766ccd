/* What must be true of the tables of a store at any time, and what its index knows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

ActStoreDatabase *store_check_open           (const char       *path);
void              store_check_execute        (ActStoreDatabase *database,
                                              const char       *sql);
void              store_check_tables         (ActStoreDatabase *database);
char             *store_check_describe_index (const char       *path);

G_END_DECLS
