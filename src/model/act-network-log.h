/* The requests that were sent, for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-network-call.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_NETWORK_LOG (act_network_log_get_type ())

/**
 * ActNetworkLog:
 *
 * A list model of the last #ActNetworkCall, the newest last, at most %ACT_NETWORK_LOG_LENGTH. It is in
 * memory only. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActNetworkLog, act_network_log, ACT, NETWORK_LOG, GObject)

#define ACT_NETWORK_LOG_LENGTH 1000

ActNetworkLog *act_network_log_new   (void);
void           act_network_log_add   (ActNetworkLog  *self,
                                      ActNetworkCall *call);
void           act_network_log_clear (ActNetworkLog  *self);

G_END_DECLS
