/* What things are called, and the small values that belong to a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-name.h"
#include "act-store-database.h"

G_BEGIN_DECLS

gboolean  act_store_names_find_text    (ActStoreDatabase  *database,
                                        const char        *text,
                                        gint64            *number,
                                        GError           **error);
gboolean  act_store_names_find         (ActStoreDatabase  *database,
                                        ActNameKind        kind,
                                        const char        *id,
                                        gint64            *number,
                                        GError           **error);
gboolean  act_store_names_put          (ActStoreDatabase  *database,
                                        ActNameKind        kind,
                                        GPtrArray         *names,
                                        GError           **error);
gboolean  act_store_names_read         (ActStoreDatabase  *database,
                                        ActNameKind        kind,
                                        const char        *id,
                                        char             **name,
                                        GError           **error);
char    **act_store_names_list_missing (ActStoreDatabase  *database,
                                        ActNameKind        kind,
                                        guint              limit,
                                        GError           **error);
gboolean  act_store_values_get         (ActStoreDatabase  *database,
                                        const char        *key,
                                        char             **value,
                                        GError           **error);
gboolean  act_store_values_put         (ActStoreDatabase  *database,
                                        const char        *key,
                                        const char        *value,
                                        GError           **error);
gboolean  act_store_values_set         (ActStoreDatabase  *database,
                                        const char        *key,
                                        const char        *value,
                                        GError           **error);

G_END_DECLS
