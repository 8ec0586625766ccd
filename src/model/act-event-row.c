/* One row of the list: a row id, and its record once it is loaded
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-row.h"

struct _ActEventRow
{
  GObject parent_instance;

  gint64          row_id;
  ActEventRecord *record; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ActEventRow, act_event_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_RECORD = 1,
} ActEventRowProperty;

static GParamSpec *props[PROP_RECORD + 1];

static void
act_event_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ActEventRow *self = ACT_EVENT_ROW (object);

  switch ((ActEventRowProperty) prop_id)
    {
    case PROP_RECORD:
      g_value_set_boxed (value, self->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
act_event_row_finalize (GObject *object)
{
  ActEventRow *self = ACT_EVENT_ROW (object);

  g_clear_pointer (&self->record, act_event_record_free);

  G_OBJECT_CLASS (act_event_row_parent_class)->finalize (object);
}

static void
act_event_row_class_init (ActEventRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = act_event_row_get_property;
  object_class->finalize = act_event_row_finalize;

  /**
   * ActEventRow:record:
   *
   * What the store says about the row; %NULL until it is loaded.
   */
  props[PROP_RECORD] =
      g_param_spec_boxed ("record", NULL, NULL, ACT_TYPE_EVENT_RECORD,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
act_event_row_init (ActEventRow *self)
{
}

/**
 * act_event_row_new:
 * @row_id: the store's id of the row
 *
 * Makes a row that is not loaded yet. Main thread.
 *
 * Returns: (transfer full): the row
 */
ActEventRow *
act_event_row_new (gint64 row_id)
{
  ActEventRow *self = g_object_new (ACT_TYPE_EVENT_ROW, NULL);

  self->row_id = row_id;

  return self;
}

/**
 * act_event_row_get_row_id:
 * @self: a row
 *
 * Returns: the store's id of the row
 */
gint64
act_event_row_get_row_id (ActEventRow *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_ROW (self), 0);

  return self->row_id;
}

/**
 * act_event_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record, %NULL until it is loaded; valid until the next
 *   `notify::record`
 */
const ActEventRecord *
act_event_row_get_record (ActEventRow *self)
{
  g_return_val_if_fail (ACT_IS_EVENT_ROW (self), NULL);

  return self->record;
}

/**
 * act_event_row_take_record:
 * @self: a row
 * @record: (transfer full) (nullable): the record
 *
 * Sets the record; notifies only if it says something else than the last one. Main thread.
 */
void
act_event_row_take_record (ActEventRow    *self,
                           ActEventRecord *record)
{
  g_autoptr (ActEventRecord) old = NULL;

  g_return_if_fail (ACT_IS_EVENT_ROW (self));

  if (record == self->record)
    return;

  if (act_event_record_equal (self->record, record))
    {
      act_event_record_free (record);
      return;
    }

  old = g_steal_pointer (&self->record);
  self->record = record;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}
