/* One request and its answer over HTTP, within limits
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-network-log.h"
#include "act-request.h"
#include "act-response.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActTransportLimits:
 * @connect_time: milliseconds until there is a connection
 * @silence: milliseconds without a byte
 * @whole_time: milliseconds for a request and its answer
 * @body_size: bytes of a decoded body
 *
 * What is the most that a request may take.
 */
typedef struct
{
  guint connect_time;
  guint silence;
  guint whole_time;
  gsize body_size;
} ActTransportLimits;

#define ACT_TYPE_TRANSPORT (act_transport_get_type ())

/**
 * ActTransport:
 *
 * Sends requests to one server, each once. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActTransport, act_transport, ACT, TRANSPORT, GObject)

ActTransport *act_transport_new             (const char                *base_url,
                                             const ActTransportLimits  *limits);
void          act_transport_trust           (ActTransport              *self,
                                             const char                *authority);
void          act_transport_set_network_log (ActTransport              *self,
                                             ActNetworkLog             *log);
void          act_transport_drop_calls      (ActTransport              *self);
void          act_transport_send_async      (ActTransport              *self,
                                             ActRequest                *request,
                                             const char                *authorization,
                                             GCancellable              *cancellable,
                                             GAsyncReadyCallback        callback,
                                             gpointer                   user_data);
ActResponse  *act_transport_send_finish     (ActTransport              *self,
                                             GAsyncResult              *result,
                                             gboolean                  *was_connected,
                                             GError                   **error);

G_END_DECLS
