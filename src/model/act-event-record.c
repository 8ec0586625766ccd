/* An event as the store keeps it: the event, where it stands, and names
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event-record.h"

G_DEFINE_BOXED_TYPE (ActEventRecord, act_event_record, act_event_record_copy, act_event_record_free)

static gboolean
events_equal (const ActEvent *a,
              const ActEvent *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->time == b->time && a->actioned_time == b->actioned_time &&
         g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->message, b->message) == 0 &&
         g_strcmp0 (a->destination, b->destination) == 0 &&
         g_strcmp0 (a->destination_id, b->destination_id) == 0 &&
         g_strcmp0 (a->configuration_id, b->configuration_id) == 0 &&
         g_strcmp0 (a->credentials_id, b->credentials_id) == 0 &&
         g_strcmp0 (a->entity_type, b->entity_type) == 0 &&
         g_strcmp0 (a->entity_id, b->entity_id) == 0 &&
         g_strcmp0 (a->account_id, b->account_id) == 0 &&
         g_strcmp0 (a->run_id, b->run_id) == 0 && g_strcmp0 (a->payload, b->payload) == 0;
}

/**
 * act_event_record_new:
 *
 * Makes an open record of kind %ACT_EVENT_KIND_OTHER without an event. Any thread.
 *
 * Returns: (transfer full): the record
 */
ActEventRecord *
act_event_record_new (void)
{
  ActEventRecord *self = g_new0 (ActEventRecord, 1);

  self->kind = ACT_EVENT_KIND_OTHER;
  self->status = ACT_EVENT_STATUS_OPEN;
  self->marked_at = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_event_record_copy:
 * @self: a record
 *
 * Copies a record with its event. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActEventRecord *
act_event_record_copy (const ActEventRecord *self)
{
  ActEventRecord *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ActEventRecord, 1);
  copy->row_id = self->row_id;
  copy->event = self->event != NULL ? act_event_copy (self->event) : NULL;
  copy->kind = self->kind;
  copy->status = self->status;
  copy->marked_at = self->marked_at;
  copy->first_seen = self->first_seen;
  copy->integration_name = g_strdup (self->integration_name);
  copy->account_name = g_strdup (self->account_name);
  copy->refusal = g_strdup (self->refusal);

  return copy;
}

/**
 * act_event_record_free:
 * @self: (transfer full) (nullable): a record
 *
 * Frees a record and its event. Any thread.
 */
void
act_event_record_free (ActEventRecord *self)
{
  if (self == NULL)
    return;

  act_event_free (self->event);
  g_free (self->integration_name);
  g_free (self->account_name);
  g_free (self->refusal);
  g_free (self);
}

/**
 * act_event_record_equal:
 * @self: (nullable): a record
 * @other: (nullable): another
 *
 * Tells whether two records hold the same, payload included. Any thread.
 *
 * Returns: whether they are equal; two %NULL are
 */
gboolean
act_event_record_equal (const ActEventRecord *self,
                        const ActEventRecord *other)
{
  if (self == NULL || other == NULL)
    return self == other;

  return self->row_id == other->row_id && self->kind == other->kind &&
         self->status == other->status && self->marked_at == other->marked_at &&
         self->first_seen == other->first_seen && events_equal (self->event, other->event) &&
         g_strcmp0 (self->integration_name, other->integration_name) == 0 &&
         g_strcmp0 (self->account_name, other->account_name) == 0 &&
         g_strcmp0 (self->refusal, other->refusal) == 0;
}

/**
 * act_event_record_get_time:
 * @self: a record
 *
 * The time that the record is listed by: the event's own, or when the store first saw an event
 * whose time could not be read. Any thread.
 *
 * Returns: milliseconds since 1970 UTC
 */
gint64
act_event_record_get_time (const ActEventRecord *self)
{
  g_return_val_if_fail (self != NULL, ACT_TIME_UNKNOWN);

  if (self->event == NULL || self->event->time == ACT_TIME_UNKNOWN)
    return self->first_seen;

  return self->event->time;
}

/**
 * act_event_record_is_markable:
 * @self: a record
 *
 * Tells whether the event can be marked as actioned: it is open, be it on the server or only here.
 * Any thread.
 *
 * Returns: whether it can be marked
 */
gboolean
act_event_record_is_markable (const ActEventRecord *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !act_event_status_is_actioned (self->status);
}
