/* An event as the API gives it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-event.h"

#define ACCOUNT "Account"
#define BILL    "Bill"

G_DEFINE_BOXED_TYPE (ActEvent, act_event, act_event_copy, act_event_free)

/**
 * act_event_new:
 *
 * Makes an event without any field; its times are %ACT_TIME_UNKNOWN. Any thread.
 *
 * Returns: (transfer full): the event
 */
ActEvent *
act_event_new (void)
{
  ActEvent *self = g_new0 (ActEvent, 1);

  self->time = ACT_TIME_UNKNOWN;
  self->actioned_time = ACT_TIME_UNKNOWN;

  return self;
}

/**
 * act_event_copy:
 * @self: an event
 *
 * Copies an event with its payload. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActEvent *
act_event_copy (const ActEvent *self)
{
  ActEvent *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ActEvent, 1);
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->time = self->time;
  copy->actioned_time = self->actioned_time;
  copy->message = g_strdup (self->message);
  copy->destination = g_strdup (self->destination);
  copy->destination_id = g_strdup (self->destination_id);
  copy->configuration_id = g_strdup (self->configuration_id);
  copy->credentials_id = g_strdup (self->credentials_id);
  copy->entity_type = g_strdup (self->entity_type);
  copy->entity_id = g_strdup (self->entity_id);
  copy->account_id = g_strdup (self->account_id);
  copy->run_id = g_strdup (self->run_id);
  copy->payload = g_strdup (self->payload);

  return copy;
}

/**
 * act_event_free:
 * @self: (transfer full) (nullable): an event
 *
 * Frees an event. Any thread.
 */
void
act_event_free (ActEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->message);
  g_free (self->destination);
  g_free (self->destination_id);
  g_free (self->configuration_id);
  g_free (self->credentials_id);
  g_free (self->entity_type);
  g_free (self->entity_id);
  g_free (self->account_id);
  g_free (self->run_id);
  g_free (self->payload);
  g_free (self);
}

static gboolean
names_entity (const ActEvent *self)
{
  return self->entity_type != NULL && self->entity_id != NULL;
}

/**
 * act_event_names_run:
 * @self: an event
 *
 * Any thread.
 *
 * Returns: whether the event leads to a run: it names one, or the entity that may have some
 */
gboolean
act_event_names_run (const ActEvent *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->run_id != NULL || names_entity (self);
}

/**
 * act_event_get_unmapped:
 * @self: an event about a mapping that is missing
 * @entity_type: (out) (nullable) (transfer none): return location for the type of what has none
 * @entity_id: (out) (nullable) (transfer none): return location for the id of what has none
 *
 * Tells what is not mapped. That is the account also where the event names the bill that was to be
 * sent. Any thread.
 *
 * Returns: whether the event says it
 */
gboolean
act_event_get_unmapped (const ActEvent *self,
                        const char    **entity_type,
                        const char    **entity_id)
{
  gboolean is_account = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  is_account = self->account_id != NULL &&
               (!names_entity (self) || g_ascii_strcasecmp (self->entity_type, BILL) == 0);
  *entity_type = is_account ? ACCOUNT : self->entity_type;
  *entity_id = is_account ? self->account_id : self->entity_id;

  return is_account || names_entity (self);
}
