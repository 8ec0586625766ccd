/* What the files of the client share, and what tests set
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-clock.h"
#include "act-json-decode.h"
#include "act-request.h"
#include "act-transport.h"

G_BEGIN_DECLS

ActClient     *act_client_new_with_limits (ActConnection             *connection,
                                           const char                *secret,
                                           ActClock                  *clock,
                                           const ActTransportLimits  *limits);
ActConnection *act_client_get_connection  (ActClient                 *self);
void           act_client_call_async      (ActClient                 *self,
                                           ActRequest                *request,
                                           const ActJsonDecoder      *decoder,
                                           gpointer                   source_tag,
                                           GCancellable              *cancellable,
                                           GAsyncReadyCallback        callback,
                                           gpointer                   user_data);
gboolean       act_client_call_finish     (ActClient                 *self,
                                           GAsyncResult              *result,
                                           gpointer                   source_tag,
                                           gpointer                  *data,
                                           gint64                    *asked_at,
                                           GError                   **error);
GPtrArray     *act_client_page_finish     (ActClient                 *self,
                                           GAsyncResult              *result,
                                           gpointer                   source_tag,
                                           char                     **next_token,
                                           GError                   **error);
gpointer       act_client_data_finish     (ActClient                 *self,
                                           GAsyncResult              *result,
                                           gpointer                   source_tag,
                                           GError                   **error);

G_END_DECLS
