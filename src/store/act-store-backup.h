/* The copy that is made of a store before it is upgraded
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"
#include "act-store-progress.h"

G_BEGIN_DECLS

gboolean   act_store_backup_make       (ActStoreDatabase  *database,
                                        guint              version,
                                        ActStoreProgress  *progress,
                                        GError           **error);
GPtrArray *act_store_backup_list       (const char        *path);
void       act_store_backup_remove_all (const char        *path);
gboolean   act_store_backup_note_start (ActStoreDatabase  *database,
                                        GError           **error);

G_END_DECLS
