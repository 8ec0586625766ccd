/* A clock that a test moves
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "manual-clock.h"

struct _ManualClock
{
  GObject parent_instance;
  gint64  now;
  gint64  slept;
  GList  *waits; /* of ManualWait */
  GArray *asked; /* every wait's length, in the order of asking */
};

typedef struct
{
  ManualClock *clock; /* (unowned) */
  GTask       *task;
  GSource     *cancelled; /* (nullable) */
  gint64       due;
} ManualWait;

static void manual_clock_init_clock (ActClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ManualClock, manual_clock, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (ACT_TYPE_CLOCK, manual_clock_init_clock))

static GTask *
remove_wait (ManualWait *wait)
{
  GTask *task = wait->task;

  wait->clock->waits = g_list_remove (wait->clock->waits, wait);
  if (wait->cancelled != NULL)
    {
      g_source_destroy (wait->cancelled);
      g_source_unref (wait->cancelled);
    }
  g_free (wait);

  return task;
}

static gboolean
wait_cancelled_cb (GCancellable *cancellable,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = remove_wait (user_data);

  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

static ManualWait *
find_next (ManualClock *self)
{
  ManualWait *next = NULL;

  for (GList *link = self->waits; link != NULL; link = link->next)
    {
      ManualWait *wait = link->data;

      if (next == NULL || wait->due < next->due)
        next = wait;
    }

  return next;
}

static gint64
manual_clock_now (ActClock *clock)
{
  return MANUAL_CLOCK (clock)->now;
}

static gint64
manual_clock_awake (ActClock *clock)
{
  return MANUAL_CLOCK (clock)->now - MANUAL_CLOCK (clock)->slept;
}

static void
manual_clock_wait_async (ActClock           *clock,
                         gint64              milliseconds,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  ManualClock *self = MANUAL_CLOCK (clock);
  ManualWait  *wait = g_new0 (ManualWait, 1);

  wait->clock = self;
  wait->task = g_task_new (clock, cancellable, callback, user_data);
  wait->due = self->now + milliseconds;
  self->waits = g_list_append (self->waits, wait);
  g_array_append_val (self->asked, milliseconds);

  if (cancellable != NULL)
    {
      wait->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (wait->cancelled, G_SOURCE_FUNC (wait_cancelled_cb), wait, NULL);
      g_source_attach (wait->cancelled, g_task_get_context (wait->task));
    }
}

static gboolean
manual_clock_wait_finish (ActClock     *clock,
                          GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
manual_clock_init_clock (ActClockInterface *iface)
{
  iface->now = manual_clock_now;
  iface->awake = manual_clock_awake;
  iface->wait_async = manual_clock_wait_async;
  iface->wait_finish = manual_clock_wait_finish;
}

static void
manual_clock_finalize (GObject *object)
{
  ManualClock *self = MANUAL_CLOCK (object);

  g_assert_null (self->waits);
  g_array_unref (self->asked);

  G_OBJECT_CLASS (manual_clock_parent_class)->finalize (object);
}

static void
manual_clock_class_init (ManualClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = manual_clock_finalize;
}

static void
manual_clock_init (ManualClock *self)
{
  self->now = 1000000;
  self->asked = g_array_new (FALSE, FALSE, sizeof (gint64));
}

ManualClock *
manual_clock_new (void)
{
  return g_object_new (MANUAL_TYPE_CLOCK, NULL);
}

/* Moves the time; whoever waited that long goes on at the next turn of the main loop. */
void
manual_clock_advance (ManualClock *self,
                      gint64       milliseconds)
{
  ManualWait *wait = NULL;

  self->now += milliseconds;
  while ((wait = find_next (self)) != NULL && wait->due <= self->now)
    {
      g_autoptr (GTask) task = remove_wait (wait);

      g_task_return_boolean (task, TRUE);
    }
}

/* The time goes on, and all that wait stand still. */
void
manual_clock_sleep (ManualClock *self,
                    gint64       milliseconds)
{
  self->now += milliseconds;
  self->slept += milliseconds;
  for (GList *link = self->waits; link != NULL; link = link->next)
    ((ManualWait *) link->data)->due += milliseconds;
}

/* Moves the time to the end of the next wait; FALSE when nobody waits. */
gboolean
manual_clock_skip (ManualClock *self)
{
  ManualWait *wait = find_next (self);

  if (wait == NULL)
    return FALSE;

  manual_clock_advance (self, MAX (wait->due - self->now, 0));
  return TRUE;
}

/* How many waits were asked for since the beginning. */
guint
manual_clock_count_waits (ManualClock *self)
{
  return self->asked->len;
}

/* How many wait now. */
guint
manual_clock_count_pending (ManualClock *self)
{
  return g_list_length (self->waits);
}

/* How long the wait number @index was asked to be. */
gint64
manual_clock_get_wait (ManualClock *self,
                       guint        index)
{
  g_assert_cmpuint (index, <, self->asked->len);

  return g_array_index (self->asked, gint64, index);
}
