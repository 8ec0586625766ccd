/* One cause, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-cause-item.h"

struct _ActCauseItem
{
  GObject parent_instance;

  ActCause *cause; /* (owned) */
  guint     n_ticked;
};

G_DEFINE_FINAL_TYPE (ActCauseItem, act_cause_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_same (const ActCause *one,
         const ActCause *other)
{
  return one->count == other->count && one->open == other->open && one->first == other->first &&
         one->last == other->last && one->newest == other->newest && one->kind == other->kind &&
         g_strcmp0 (one->name, other->name) == 0 && g_strcmp0 (one->integration, other->integration) == 0 &&
         g_strcmp0 (one->destination, other->destination) == 0 && g_strcmp0 (one->message, other->message) == 0;
}

static void
act_cause_item_finalize (GObject *object)
{
  act_cause_free (ACT_CAUSE_ITEM (object)->cause);

  G_OBJECT_CLASS (act_cause_item_parent_class)->finalize (object);
}

static void
act_cause_item_class_init (ActCauseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_cause_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
act_cause_item_init (ActCauseItem *self)
{
}

/**
 * act_cause_item_new:
 * @cause: a cause; copied
 *
 * Returns: (transfer full): an item
 */
ActCauseItem *
act_cause_item_new (const ActCause *cause)
{
  ActCauseItem *self = NULL;

  g_return_val_if_fail (cause != NULL, NULL);

  self = g_object_new (ACT_TYPE_CAUSE_ITEM, NULL);
  self->cause = act_cause_copy (cause);

  return self;
}

/**
 * act_cause_item_get_cause:
 * @self: an item
 *
 * Returns: (transfer none): the cause
 */
const ActCause *
act_cause_item_get_cause (ActCauseItem *self)
{
  g_return_val_if_fail (ACT_IS_CAUSE_ITEM (self), NULL);

  return self->cause;
}

/**
 * act_cause_item_set_cause:
 * @self: an item
 * @cause: what is known of its cause now; copied
 *
 * Brings it up to date.
 */
void
act_cause_item_set_cause (ActCauseItem   *self,
                          const ActCause *cause)
{
  g_return_if_fail (ACT_IS_CAUSE_ITEM (self));
  g_return_if_fail (cause != NULL && cause->number == self->cause->number);

  if (is_same (self->cause, cause))
    return;

  act_cause_free (self->cause);
  self->cause = act_cause_copy (cause);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * act_cause_item_get_n_ticked:
 * @self: an item
 *
 * Returns: how many events of the cause are ticked
 */
guint
act_cause_item_get_n_ticked (ActCauseItem *self)
{
  g_return_val_if_fail (ACT_IS_CAUSE_ITEM (self), 0);

  return self->n_ticked;
}

/**
 * act_cause_item_set_n_ticked:
 * @self: an item
 * @n_ticked: how many events of the cause are ticked
 *
 * Says how many are ticked. The signal is emitted even if that is no news, since a check box may
 * show otherwise.
 */
void
act_cause_item_set_n_ticked (ActCauseItem *self,
                             guint         n_ticked)
{
  g_return_if_fail (ACT_IS_CAUSE_ITEM (self));

  self->n_ticked = n_ticked;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
