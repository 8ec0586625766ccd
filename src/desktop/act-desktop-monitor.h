/* Follows what the desktop says of the network and the power
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-conditions.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_DESKTOP_MONITOR (act_desktop_monitor_get_type ())

/**
 * ActDesktopMonitor:
 *
 * One answer to all that GIO tells of the machine. Main thread only. The signal `changed` says that
 * act_desktop_monitor_get_conditions() answers otherwise than before.
 */
G_DECLARE_FINAL_TYPE (ActDesktopMonitor, act_desktop_monitor, ACT, DESKTOP_MONITOR, GObject)

ActDesktopMonitor *act_desktop_monitor_new            (GNetworkMonitor       *network,
                                                       GPowerProfileMonitor  *power);
ActDesktopMonitor *act_desktop_monitor_new_for_system (void);
void               act_desktop_monitor_get_conditions (ActDesktopMonitor     *self,
                                                       ActConditions         *conditions);

G_END_DECLS
