/* One request that was sent, for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActNetworkProblem:
 * @ACT_NETWORK_PROBLEM_NONE: a whole answer came
 * @ACT_NETWORK_PROBLEM_NO_CONNECTION: there was no connection, or it was lost before an answer
 * @ACT_NETWORK_PROBLEM_TIMED_OUT: it took too long
 * @ACT_NETWORK_PROBLEM_NOT_TRUSTED: the certificate or the encryption is not acceptable
 * @ACT_NETWORK_PROBLEM_TOO_LARGE: the answer is larger than the limit
 * @ACT_NETWORK_PROBLEM_CUT: the answer broke off, or cannot be unpacked
 * @ACT_NETWORK_PROBLEM_CANCELLED: nobody wanted to know any more
 *
 * Why no whole answer came. There are no texts here, since those may hold what is nobody's business.
 */
typedef enum
{
  ACT_NETWORK_PROBLEM_NONE,
  ACT_NETWORK_PROBLEM_NO_CONNECTION,
  ACT_NETWORK_PROBLEM_TIMED_OUT,
  ACT_NETWORK_PROBLEM_NOT_TRUSTED,
  ACT_NETWORK_PROBLEM_TOO_LARGE,
  ACT_NETWORK_PROBLEM_CUT,
  ACT_NETWORK_PROBLEM_CANCELLED,
} ActNetworkProblem;

#define ACT_N_NETWORK_PROBLEMS (ACT_NETWORK_PROBLEM_CANCELLED + 1)

#define ACT_TYPE_NETWORK_CALL (act_network_call_get_type ())

/**
 * ActNetworkCall:
 *
 * One request: what was asked, and what came of it. It holds no body, no header, no query value and no
 * secret. Immutable.
 */
G_DECLARE_FINAL_TYPE (ActNetworkCall, act_network_call, ACT, NETWORK_CALL, GObject)

ActNetworkCall   *act_network_call_new          (gint64             started,
                                                 const char        *method,
                                                 const char        *target,
                                                 guint              status,
                                                 ActNetworkProblem  problem,
                                                 guint              milliseconds,
                                                 gsize              n_bytes);
gint64            act_network_call_get_started  (ActNetworkCall    *self);
const char       *act_network_call_get_method   (ActNetworkCall    *self);
const char       *act_network_call_get_path     (ActNetworkCall    *self);
guint             act_network_call_get_status   (ActNetworkCall    *self);
ActNetworkProblem act_network_call_get_problem  (ActNetworkCall    *self);
guint             act_network_call_get_duration (ActNetworkCall    *self);
gsize             act_network_call_get_n_bytes  (ActNetworkCall    *self);

G_END_DECLS
