/* Requests sent at the right pace and as often as it takes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"
#include "act-rate-limiter.h"
#include "act-transport.h"

G_BEGIN_DECLS

#define ACT_TYPE_SENDER (act_sender_get_type ())

/**
 * ActSender:
 *
 * Sends a request when the rate limit allows it, repeats it where that helps, and makes an error of
 * every answer that is no success. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActSender, act_sender, ACT, SENDER, GObject)

ActSender   *act_sender_new         (ActTransport         *transport,
                                     ActRateLimiter       *limiter,
                                     ActClock             *clock);
void         act_sender_set_once    (ActSender            *self,
                                     gboolean              once);
void         act_sender_send_async  (ActSender            *self,
                                     ActRequest           *request,
                                     const char           *authorization,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
ActResponse *act_sender_send_finish (ActSender            *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
