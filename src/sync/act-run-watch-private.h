/* What tests set of a watch over a run
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"
#include "act-run-watch.h"

G_BEGIN_DECLS

ActRunWatch *act_run_watch_new_with_clock (ActSession              *session,
                                           const ActIntegrationRun *run,
                                           ActClock                *clock);

G_END_DECLS
