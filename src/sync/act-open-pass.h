/* Reads the open events and finds those that are open no more
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-meter.h"
#include "act-position.h"

G_BEGIN_DECLS

void     act_open_pass_async  (ActClient            *client,
                               ActStore             *store,
                               ActPosition          *position,
                               ActMeter             *meter,
                               gboolean              history_follows,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean act_open_pass_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
