/* What tests set of a watch over a configuration
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"
#include "act-configuration-watch.h"

G_BEGIN_DECLS

ActConfigurationWatch *act_configuration_watch_new_with_clock (ActSession *session,
                                                               const char *configuration_id,
                                                               ActClock   *clock);

G_END_DECLS
