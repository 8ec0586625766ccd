/* What an asynchronous call came to
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "manual-clock.h"

G_BEGIN_DECLS

/**
 * Outcome:
 * @result: (nullable): what the callback got
 * @source: (nullable): the object that it came from
 *
 * Filled by outcome_cb(). Each call must call back once.
 */
typedef struct
{
  GAsyncResult *result;
  GObject      *source;
} Outcome;

typedef gboolean (*OutcomeCondition) (gpointer data);

void outcome_cb     (GObject          *source,
                     GAsyncResult     *result,
                     gpointer          user_data);
void outcome_await  (Outcome          *self,
                     ManualClock      *clock);
void outcome_clear  (Outcome          *self);
void await          (OutcomeCondition  condition,
                     gpointer          data,
                     ManualClock      *clock);
void settle         (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

G_END_DECLS
