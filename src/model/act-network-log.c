/* The requests that were sent, for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-network-log.h"

struct _ActNetworkLog
{
  GObject         parent_instance;
  ActNetworkCall *calls[ACT_NETWORK_LOG_LENGTH]; /* (owned): a ring */
  guint           first;
  guint           n_calls;
};

static void act_network_log_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ActNetworkLog, act_network_log, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, act_network_log_list_model_init))

static ActNetworkCall **
get_place (ActNetworkLog *self,
           guint          position)
{
  return &self->calls[(self->first + position) % ACT_NETWORK_LOG_LENGTH];
}

static void
drop_oldest (ActNetworkLog *self)
{
  g_clear_object (get_place (self, 0));
  self->first = (self->first + 1) % ACT_NETWORK_LOG_LENGTH;
  self->n_calls--;
}

static GType
act_network_log_get_item_type (GListModel *model)
{
  return ACT_TYPE_NETWORK_CALL;
}

static guint
act_network_log_get_n_items (GListModel *model)
{
  return ACT_NETWORK_LOG (model)->n_calls;
}

static gpointer
act_network_log_get_item (GListModel *model,
                          guint       position)
{
  ActNetworkLog *self = ACT_NETWORK_LOG (model);

  return position < self->n_calls ? g_object_ref (*get_place (self, position)) : NULL;
}

static void
act_network_log_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = act_network_log_get_item_type;
  iface->get_n_items = act_network_log_get_n_items;
  iface->get_item = act_network_log_get_item;
}

static void
act_network_log_dispose (GObject *object)
{
  ActNetworkLog *self = ACT_NETWORK_LOG (object);

  while (self->n_calls > 0)
    drop_oldest (self);

  G_OBJECT_CLASS (act_network_log_parent_class)->dispose (object);
}

static void
act_network_log_class_init (ActNetworkLogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = act_network_log_dispose;
}

static void
act_network_log_init (ActNetworkLog *self)
{
}

/**
 * act_network_log_new:
 *
 * Returns: (transfer full): an empty log
 */
ActNetworkLog *
act_network_log_new (void)
{
  return g_object_new (ACT_TYPE_NETWORK_LOG, NULL);
}

/**
 * act_network_log_add:
 * @self: a log
 * @call: (transfer none): a call
 *
 * Adds a call at the end. When the log is full, the oldest one goes.
 */
void
act_network_log_add (ActNetworkLog  *self,
                     ActNetworkCall *call)
{
  g_return_if_fail (ACT_IS_NETWORK_LOG (self));
  g_return_if_fail (ACT_IS_NETWORK_CALL (call));

  if (self->n_calls == ACT_NETWORK_LOG_LENGTH)
    {
      drop_oldest (self);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 1, 0);
    }

  *get_place (self, self->n_calls) = g_object_ref (call);
  self->n_calls++;
  g_list_model_items_changed (G_LIST_MODEL (self), self->n_calls - 1, 0, 1);
}

/**
 * act_network_log_clear:
 * @self: a log
 *
 * Forgets all calls.
 */
void
act_network_log_clear (ActNetworkLog *self)
{
  guint n_calls = 0;

  g_return_if_fail (ACT_IS_NETWORK_LOG (self));

  n_calls = self->n_calls;
  while (self->n_calls > 0)
    drop_oldest (self);
  if (n_calls > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_calls, 0);
}
