/* Tasks that wait for the same thing, in their order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-wait-list.h"

struct _ActWaitList
{
  GQueue waiters; /* of ActWaiter */
};

typedef struct
{
  ActWaitList *list;      /* (unowned) */
  GTask       *task;      /* (owned) */
  GSource     *cancelled; /* (owned) (nullable) */
} ActWaiter;

static GTask *
remove_waiter (ActWaiter *waiter)
{
  GTask *task = g_steal_pointer (&waiter->task);

  g_queue_remove (&waiter->list->waiters, waiter);
  if (waiter->cancelled != NULL)
    g_source_destroy (waiter->cancelled);
  g_clear_pointer (&waiter->cancelled, g_source_unref);
  g_free (waiter);

  return task;
}

static gboolean
waiter_cancelled_cb (GCancellable *cancellable,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = remove_waiter (user_data);

  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

/**
 * act_wait_list_new:
 *
 * Returns: (transfer full): an empty list
 */
ActWaitList *
act_wait_list_new (void)
{
  return g_new0 (ActWaitList, 1);
}

/**
 * act_wait_list_free:
 * @self: (transfer full) (nullable): a list that is empty, as it is when no task is left to keep its
 *   owner alive
 */
void
act_wait_list_free (ActWaitList *self)
{
  if (self == NULL)
    return;

  g_assert (g_queue_is_empty (&self->waiters));
  g_free (self);
}

/**
 * act_wait_list_push:
 * @self: a list
 * @task: (transfer full): a task
 *
 * Adds a task at the end. When its cancellable is cancelled it returns that and leaves.
 */
void
act_wait_list_push (ActWaitList *self,
                    GTask       *task)
{
  ActWaiter    *waiter = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_return_if_fail (self != NULL);

  waiter = g_new0 (ActWaiter, 1);
  waiter->list = self;
  waiter->task = task;
  g_queue_push_tail (&self->waiters, waiter);

  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (waiter_cancelled_cb), waiter, NULL);
      g_source_attach (waiter->cancelled, g_task_get_context (task));
    }
}

/**
 * act_wait_list_pop:
 * @self: a list
 *
 * Takes the first task that nobody cancelled; cancelled ones before it return that.
 *
 * Returns: (transfer full) (nullable): the task, or %NULL when none is left
 */
GTask *
act_wait_list_pop (ActWaitList *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  while (!act_wait_list_is_empty (self))
    {
      g_autoptr (GTask) task = remove_waiter (g_queue_peek_head (&self->waiters));

      if (!g_task_return_error_if_cancelled (task))
        return g_steal_pointer (&task);
    }

  return NULL;
}

/**
 * act_wait_list_is_empty:
 * @self: a list
 *
 * Returns: whether no task waits
 */
gboolean
act_wait_list_is_empty (ActWaitList *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return g_queue_is_empty (&self->waiters);
}
