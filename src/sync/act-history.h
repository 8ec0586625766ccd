/* Reads the actioned events, as far back as the server keeps them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-meter.h"
#include "act-position.h"

G_BEGIN_DECLS

void     act_history_async  (ActClient            *client,
                             ActStore             *store,
                             ActPosition          *position,
                             ActMeter             *meter,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
gboolean act_history_finish (GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
