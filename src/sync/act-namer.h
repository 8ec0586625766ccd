/* Finds out what integrations and accounts are called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void     act_namer_async  (ActClient            *client,
                           ActStore             *store,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);
gboolean act_namer_finish (GAsyncResult         *result,
                           GError              **error);

G_END_DECLS
