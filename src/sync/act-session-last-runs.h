/* The last run of each integration, as far as it is known here
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-integration-run.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void        act_session_list_last_runs_async  (ActSession           *self,
                                               GPtrArray            *configurations,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GHashTable *act_session_list_last_runs_finish (ActSession           *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
