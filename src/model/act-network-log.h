/* The requests that were sent, for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_NETWORK_CALL (act_network_call_get_type ())

/**
 * ActNetworkCall:
 *
 * One request: what was asked, and what came of it. It holds no body, no header, no query value and no
 * secret. Immutable.
 */
G_DECLARE_FINAL_TYPE (ActNetworkCall, act_network_call, ACT, NETWORK_CALL, GObject)

ActNetworkCall *act_network_call_new          (gint64          started,
                                               const char     *method,
                                               const char     *path,
                                               guint           status,
                                               const char     *problem,
                                               guint           milliseconds,
                                               gsize           n_bytes);
gint64          act_network_call_get_started  (ActNetworkCall *self);
const char     *act_network_call_get_method   (ActNetworkCall *self);
const char     *act_network_call_get_path     (ActNetworkCall *self);
guint           act_network_call_get_status   (ActNetworkCall *self);
const char     *act_network_call_get_problem  (ActNetworkCall *self);
guint           act_network_call_get_duration (ActNetworkCall *self);
gsize           act_network_call_get_n_bytes  (ActNetworkCall *self);

#define ACT_TYPE_NETWORK_LOG (act_network_log_get_type ())

/**
 * ActNetworkLog:
 *
 * A list model of the last calls, newest last, at most %ACT_NETWORK_LOG_LENGTH. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActNetworkLog, act_network_log, ACT, NETWORK_LOG, GObject)

#define ACT_NETWORK_LOG_LENGTH 1000

ActNetworkLog *act_network_log_new   (void);
void           act_network_log_add   (ActNetworkLog  *self,
                                      ActNetworkCall *call);
void           act_network_log_clear (ActNetworkLog  *self);

G_END_DECLS
