/* The list of an entity's integration runs, newest first
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"
#include "act-pages.h"

G_BEGIN_DECLS

void       act_run_pages_list_async     (ActClient            *client,
                                         const char           *entity_type,
                                         const char           *entity_id,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void       act_run_pages_sort           (GPtrArray            *runs);
char      *act_run_pages_make_group     (const ActIntegrationRun *run);
GPtrArray *act_run_pages_make_resources (ActIntegrationRun   **runs,
                                         guint                 n_runs);

G_END_DECLS
