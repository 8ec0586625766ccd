/* The computer's clock
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-system-clock.h"

#include <time.h>

struct _ActSystemClock
{
  GObject parent_instance;
};

static void act_system_clock_init_clock (ActClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActSystemClock, act_system_clock, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (ACT_TYPE_CLOCK, act_system_clock_init_clock))

static gboolean
wait_over_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

static gint64
read_clock (clockid_t id)
{
  struct timespec time = { 0 };

  clock_gettime (id, &time);

  return (gint64) time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static gint64
act_system_clock_now (ActClock *clock)
{
  return read_clock (CLOCK_BOOTTIME);
}

static gint64
act_system_clock_awake (ActClock *clock)
{
  return read_clock (CLOCK_MONOTONIC);
}

static void
act_system_clock_wait_async (ActClock           *clock,
                             gint64              milliseconds,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (clock, cancellable, callback, user_data);
  g_autoptr (GSource) timeout = NULL;

  g_task_set_source_tag (task, act_system_clock_wait_async);

  timeout = g_timeout_source_new ((guint) MIN (milliseconds, G_MAXINT));
  if (cancellable != NULL)
    {
      g_autoptr (GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (timeout, cancelled);
    }

  g_source_set_callback (timeout, wait_over_cb, g_steal_pointer (&task), g_object_unref);
  g_source_attach (timeout, g_main_context_get_thread_default ());
}

static gboolean
act_system_clock_wait_finish (ActClock     *clock,
                              GAsyncResult *result,
                              GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
act_system_clock_init_clock (ActClockInterface *iface)
{
  iface->now = act_system_clock_now;
  iface->awake = act_system_clock_awake;
  iface->wait_async = act_system_clock_wait_async;
  iface->wait_finish = act_system_clock_wait_finish;
}

static void
act_system_clock_class_init (ActSystemClockClass *klass)
{
}

static void
act_system_clock_init (ActSystemClock *self)
{
}

/**
 * act_system_clock_new:
 *
 * Returns: (transfer full): the computer's clock
 */
ActClock *
act_system_clock_new (void)
{
  return g_object_new (ACT_TYPE_SYSTEM_CLOCK, NULL);
}
