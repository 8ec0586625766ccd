/* Tests of following the network and the power
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-desktop-monitor.h"

/* A machine that says what a test wants: it is both monitors at once. */

#define TEST_TYPE_MACHINE (test_machine_get_type ())
G_DECLARE_FINAL_TYPE (TestMachine, test_machine, TEST, MACHINE, GObject)

struct _TestMachine
{
  GObject parent_instance;

  gboolean             available;
  gboolean             metered;
  gboolean             saves_power;
  GNetworkConnectivity connectivity;
};

typedef enum
{
  PROP_NETWORK_AVAILABLE = 1,
  PROP_NETWORK_METERED,
  PROP_CONNECTIVITY,
  PROP_POWER_SAVER_ENABLED,
} TestMachineProperty;

static void
test_machine_init_initable (GInitableIface *iface)
{
}

static void
test_machine_init_network (GNetworkMonitorInterface *iface)
{
}

static void
test_machine_init_power (GPowerProfileMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestMachine, test_machine, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, test_machine_init_initable) G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, test_machine_init_network) G_IMPLEMENT_INTERFACE (G_TYPE_POWER_PROFILE_MONITOR, test_machine_init_power))

static void
test_machine_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TestMachine *self = TEST_MACHINE (object);

  switch ((TestMachineProperty) property_id)
    {
    case PROP_NETWORK_AVAILABLE:
      g_value_set_boolean (value, self->available);
      break;

    case PROP_NETWORK_METERED:
      g_value_set_boolean (value, self->metered);
      break;

    case PROP_CONNECTIVITY:
      g_value_set_enum (value, (int) self->connectivity);
      break;

    case PROP_POWER_SAVER_ENABLED:
      g_value_set_boolean (value, self->saves_power);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
test_machine_class_init (TestMachineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_machine_get_property;
  g_object_class_override_property (object_class, PROP_NETWORK_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_NETWORK_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
  g_object_class_override_property (object_class, PROP_POWER_SAVER_ENABLED, "power-saver-enabled");
}

static void
test_machine_init (TestMachine *self)
{
  self->available = TRUE;
  self->connectivity = G_NETWORK_CONNECTIVITY_FULL;
}

typedef struct
{
  TestMachine       *machine;
  ActDesktopMonitor *monitor;
  guint              n_changes;
} Fixture;

static void
changed_cb (ActDesktopMonitor *monitor,
            Fixture           *self)
{
  self->n_changes++;
}

static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  self->machine = g_object_new (TEST_TYPE_MACHINE, NULL);
  self->monitor = act_desktop_monitor_new (G_NETWORK_MONITOR (self->machine),
                                           G_POWER_PROFILE_MONITOR (self->machine));
  g_signal_connect (self->monitor, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_assert_finalize_object (g_steal_pointer (&self->monitor));
  g_assert_finalize_object (g_steal_pointer (&self->machine));
}

static ActConditions
get (Fixture *self)
{
  ActConditions conditions = { 0 };

  act_desktop_monitor_get_conditions (self->monitor, &conditions);

  return conditions;
}

static void
test_at_first (Fixture      *self,
               gconstpointer unused)
{
  ActConditions conditions = get (self);

  g_assert_true (conditions.network_available);
  g_assert_false (conditions.portal);
  g_assert_false (conditions.metered);
  g_assert_false (conditions.power_saver);
  g_assert_cmpuint (self->n_changes, ==, 0);
}

/* Several words of the same thing are one change. */
static void
test_network (Fixture      *self,
              gconstpointer unused)
{
  self->machine->available = FALSE;
  self->machine->connectivity = G_NETWORK_CONNECTIVITY_LOCAL;
  g_signal_emit_by_name (self->machine, "network-changed", FALSE);
  g_object_notify (G_OBJECT (self->machine), "connectivity");
  g_assert_false (get (self).network_available);
  g_assert_false (get (self).portal);
  g_assert_cmpuint (self->n_changes, ==, 1);

  self->machine->available = TRUE;
  self->machine->connectivity = G_NETWORK_CONNECTIVITY_PORTAL;
  g_object_notify (G_OBJECT (self->machine), "connectivity");
  g_assert_true (get (self).network_available);
  g_assert_true (get (self).portal);
  g_assert_cmpuint (self->n_changes, ==, 2);

  self->machine->connectivity = G_NETWORK_CONNECTIVITY_LIMITED;
  g_object_notify (G_OBJECT (self->machine), "connectivity");
  g_assert_false (get (self).portal);
  g_assert_cmpuint (self->n_changes, ==, 3);
}

static void
test_cost (Fixture      *self,
           gconstpointer unused)
{
  self->machine->metered = TRUE;
  g_object_notify (G_OBJECT (self->machine), "network-metered");
  g_assert_true (get (self).metered);
  g_assert_cmpuint (self->n_changes, ==, 1);

  self->machine->saves_power = TRUE;
  g_object_notify (G_OBJECT (self->machine), "power-saver-enabled");
  g_assert_true (get (self).power_saver);
  g_assert_cmpuint (self->n_changes, ==, 2);
}

/* This computer may say anything, but it says something. */
static void
test_for_system (void)
{
  g_autoptr (ActDesktopMonitor) monitor = act_desktop_monitor_new_for_system ();
  ActConditions conditions = { .metered = 7 };

  act_desktop_monitor_get_conditions (monitor, &conditions);
  g_assert_true (conditions.metered == FALSE || conditions.metered == TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/desktop-monitor/at-first", test_at_first);
  ADD ("/desktop-monitor/network", test_network);
  ADD ("/desktop-monitor/cost", test_cost);
  g_test_add_func ("/desktop-monitor/for-system", test_for_system);

  return g_test_run ();
}
