/* Not more than so many requests a second
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"
#include "act-urgency.h"

G_BEGIN_DECLS

#define ACT_RATE_LIMITER_DEFAULT 10
#define ACT_RATE_LIMITER_MAX     50

#define ACT_TYPE_RATE_LIMITER (act_rate_limiter_get_type ())

/**
 * ActRateLimiter:
 *
 * Gives turns, the more urgent ones first, and equally urgent ones in the order in which they were
 * asked for. Within any second of the clock there are no more of them than the ceiling. Turns that
 * nobody waits for come at a steady pace, so that they never use up a second at once. Main thread
 * only.
 */
G_DECLARE_FINAL_TYPE (ActRateLimiter, act_rate_limiter, ACT, RATE_LIMITER, GObject)

ActRateLimiter *act_rate_limiter_new         (ActClock             *clock);
void            act_rate_limiter_set_ceiling (ActRateLimiter       *self,
                                              guint                 requests_a_second);
void            act_rate_limiter_pause       (ActRateLimiter       *self,
                                              gint64                milliseconds);
void            act_rate_limiter_wait_async  (ActRateLimiter       *self,
                                              ActUrgency            urgency,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        act_rate_limiter_wait_finish (ActRateLimiter       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
