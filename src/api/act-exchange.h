/* A request on its way and its answer coming in
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-request.h"
#include "act-transport.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

void     act_exchange_start         (GTask                    *task,
                                     SoupSession              *session,
                                     SoupMessage              *message,
                                     ActRequest               *request,
                                     const ActTransportLimits *limits,
                                     GCancellable             *stalled,
                                     ActNetworkLog            *log);
gboolean act_exchange_was_connected (GTask                    *task);

G_END_DECLS
