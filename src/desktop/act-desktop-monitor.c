/* Follows what the desktop says of the network and the power
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-desktop-monitor.h"

struct _ActDesktopMonitor
{
  GObject parent_instance;

  GNetworkMonitor      *network; /* (owned) */
  GPowerProfileMonitor *power;   /* (owned) */
  ActConditions         conditions;
};

G_DEFINE_FINAL_TYPE (ActDesktopMonitor, act_desktop_monitor, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ActConditions
read_conditions (ActDesktopMonitor *self)
{
  GNetworkConnectivity connectivity = g_network_monitor_get_connectivity (self->network);

  return (ActConditions){
    .network_available = g_network_monitor_get_network_available (self->network),
    .portal = connectivity == G_NETWORK_CONNECTIVITY_PORTAL,
    .metered = g_network_monitor_get_network_metered (self->network),
    .power_saver = g_power_profile_monitor_get_power_saver_enabled (self->power),
  };
}

static gboolean
conditions_are_equal (const ActConditions *a,
                      const ActConditions *b)
{
  return a->network_available == b->network_available && a->portal == b->portal &&
         a->metered == b->metered && a->power_saver == b->power_saver;
}

/* One change of the network is told of in several ways. */
static void
update (ActDesktopMonitor *self)
{
  ActConditions conditions = read_conditions (self);

  if (conditions_are_equal (&conditions, &self->conditions))
    return;

  self->conditions = conditions;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
act_desktop_monitor_dispose (GObject *object)
{
  ActDesktopMonitor *self = ACT_DESKTOP_MONITOR (object);

  if (self->network != NULL)
    g_signal_handlers_disconnect_by_data (self->network, self);
  if (self->power != NULL)
    g_signal_handlers_disconnect_by_data (self->power, self);
  g_clear_object (&self->network);
  g_clear_object (&self->power);

  G_OBJECT_CLASS (act_desktop_monitor_parent_class)->dispose (object);
}

static void
act_desktop_monitor_class_init (ActDesktopMonitorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = act_desktop_monitor_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACT_TYPE_DESKTOP_MONITOR, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_desktop_monitor_init (ActDesktopMonitor *self)
{
}

/**
 * act_desktop_monitor_new:
 * @network: what knows the network
 * @power: what knows the power
 *
 * Returns: (transfer full): a monitor that follows both
 */
ActDesktopMonitor *
act_desktop_monitor_new (GNetworkMonitor      *network,
                         GPowerProfileMonitor *power)
{
  ActDesktopMonitor *self = NULL;

  g_return_val_if_fail (G_IS_NETWORK_MONITOR (network), NULL);
  g_return_val_if_fail (G_IS_POWER_PROFILE_MONITOR (power), NULL);

  self = g_object_new (ACT_TYPE_DESKTOP_MONITOR, NULL);
  self->network = g_object_ref (network);
  self->power = g_object_ref (power);
  self->conditions = read_conditions (self);

  g_signal_connect_object (network, "network-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (network, "notify::connectivity", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (network, "notify::network-metered", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (power, "notify::power-saver-enabled", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * act_desktop_monitor_new_for_system:
 *
 * Returns: (transfer full): a monitor that follows this computer
 */
ActDesktopMonitor *
act_desktop_monitor_new_for_system (void)
{
  g_autoptr (GPowerProfileMonitor) power = g_power_profile_monitor_dup_default ();

  return act_desktop_monitor_new (g_network_monitor_get_default (), power);
}

/**
 * act_desktop_monitor_get_conditions:
 * @self: a monitor
 * @conditions: (out caller-allocates): return location for what the machine says
 *
 * Tells what the conditions are.
 */
void
act_desktop_monitor_get_conditions (ActDesktopMonitor *self,
                                    ActConditions     *conditions)
{
  g_return_if_fail (ACT_IS_DESKTOP_MONITOR (self));
  g_return_if_fail (conditions != NULL);

  *conditions = self->conditions;
}
