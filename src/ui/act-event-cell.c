/* A cell of the list: shows one thing about one row
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-cell.h"

typedef struct
{
  ActEventRow *row;       /* (owned) (nullable) */
  gulong       record_id; /* of notify::record */
  ActRowLook  *look;      /* (owned) (nullable) */
} ActEventCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ActEventCell, act_event_cell, GTK_TYPE_WIDGET)

static void
show_record (ActEventCell *self)
{
  ActEventCellPrivate  *priv = act_event_cell_get_instance_private (self);
  const ActEventRecord *record = NULL;

  if (priv->row != NULL)
    record = act_event_row_get_record (priv->row);

  ACT_EVENT_CELL_GET_CLASS (self)->show_record (self, record);
}

static void
forget_row (ActEventCell *self)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (self);

  if (priv->row != NULL)
    g_clear_signal_handler (&priv->record_id, priv->row);

  g_clear_object (&priv->row);
}

static void
row_notify_record_cb (ActEventRow  *row,
                      GParamSpec   *pspec,
                      ActEventCell *self)
{
  show_record (self);
}

static void
look_changed_cb (ActRowLook   *look,
                 ActEventCell *self)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (self);

  if (priv->row != NULL)
    show_record (self);
}

static void
act_event_cell_dispose (GObject *object)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (ACT_EVENT_CELL (object));

  forget_row (ACT_EVENT_CELL (object));
  if (priv->look != NULL)
    g_signal_handlers_disconnect_by_data (priv->look, object);
  g_clear_object (&priv->look);

  G_OBJECT_CLASS (act_event_cell_parent_class)->dispose (object);
}

static void
act_event_cell_class_init (ActEventCellClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = act_event_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
act_event_cell_init (ActEventCell *self)
{
}

/**
 * act_event_cell_get_row:
 * @self: a cell
 *
 * Gets the row that the cell is bound to.
 *
 * Returns: (transfer none) (nullable): the row
 */
ActEventRow *
act_event_cell_get_row (ActEventCell *self)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (self);

  g_return_val_if_fail (ACT_IS_EVENT_CELL (self), NULL);

  return priv->row;
}

/**
 * act_event_cell_set_row:
 * @self: a cell
 * @row: (nullable): the row to show, or %NULL to unbind the cell
 *
 * Shows a row, and follows it while it fills in.
 */
void
act_event_cell_set_row (ActEventCell *self,
                        ActEventRow  *row)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (self);

  g_return_if_fail (ACT_IS_EVENT_CELL (self));

  forget_row (self);

  if (row == NULL)
    return;

  priv->row = g_object_ref (row);
  priv->record_id = g_signal_connect (row, "notify::record", G_CALLBACK (row_notify_record_cb), self);
  show_record (self);
}

/**
 * act_event_cell_get_row_id:
 * @self: a cell
 *
 * Gets the row id of the row that the cell is bound to.
 *
 * Returns: the row id, or 0
 */
gint64
act_event_cell_get_row_id (ActEventCell *self)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (self);

  g_return_val_if_fail (ACT_IS_EVENT_CELL (self), 0);

  return priv->row != NULL ? act_event_row_get_row_id (priv->row) : 0;
}

/**
 * act_event_cell_get_look:
 * @self: a cell
 *
 * Gets how the cell shows things.
 *
 * Returns: (transfer none) (nullable): the look
 */
ActRowLook *
act_event_cell_get_look (ActEventCell *self)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (self);

  g_return_val_if_fail (ACT_IS_EVENT_CELL (self), NULL);

  return priv->look;
}

/**
 * act_event_cell_set_look:
 * @self: a cell without a row
 * @look: how it shows things
 *
 * Gives a new cell the look of its list, and lets it follow that.
 */
void
act_event_cell_set_look (ActEventCell *self,
                         ActRowLook   *look)
{
  ActEventCellPrivate *priv = act_event_cell_get_instance_private (self);

  g_return_if_fail (ACT_IS_EVENT_CELL (self));
  g_return_if_fail (ACT_IS_ROW_LOOK (look));
  g_return_if_fail (priv->look == NULL);

  priv->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (look_changed_cb), self, 0);
}
