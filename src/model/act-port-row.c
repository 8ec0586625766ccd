/* What one line of a store's file holds
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-port-row.h"

#include "act-activity.h"
#include "act-event-kind.h"
#include "act-event-status.h"
#include "act-name.h"

#include <string.h>

/* How long texts may be, in bytes: more than any server sends, and little enough for anybody. */
#define ID_BYTES      512
#define NAME_BYTES    4096
#define MESSAGE_BYTES (1024 * 1024)
#define PAYLOAD_BYTES (16 * 1024 * 1024)

/* Years that dates can be made of. */
#define LAST_TIME G_GINT64_CONSTANT (253402300799999)

#define TEXT(name, bytes)       \
  {                             \
    name, TRUE, FALSE, 0, bytes \
  }
#define TEXT_NEEDED(name, bytes) \
  {                              \
    name, TRUE, TRUE, 1, bytes   \
  }
#define NUMBER(name, low, high)   \
  {                               \
    name, FALSE, FALSE, low, high \
  }
#define NUMBER_NEEDED(name, low, high) \
  {                                    \
    name, FALSE, TRUE, low, high       \
  }
#define TIME(name)        NUMBER (name, -LAST_TIME, LAST_TIME)
#define TIME_NEEDED(name) NUMBER_NEEDED (name, 0, LAST_TIME)

static const ActPortField name_fields[] = {
  [ACT_PORT_NAME_KIND] = NUMBER_NEEDED ("kind", ACT_NAME_INTEGRATION, ACT_NAME_BILL),
  [ACT_PORT_NAME_ID] = TEXT_NEEDED ("id", ID_BYTES),
  [ACT_PORT_NAME_NAME] = TEXT_NEEDED ("name", NAME_BYTES),
};

static const ActPortField event_fields[] = {
  [ACT_PORT_EVENT_ID] = TEXT_NEEDED ("id", ID_BYTES),
  [ACT_PORT_EVENT_TIME] = TIME ("time"),
  [ACT_PORT_EVENT_NAME] = TEXT ("name", NAME_BYTES),
  [ACT_PORT_EVENT_MESSAGE] = TEXT ("message", MESSAGE_BYTES),
  [ACT_PORT_EVENT_DESTINATION] = TEXT ("destination", NAME_BYTES),
  [ACT_PORT_EVENT_DESTINATION_ID] = TEXT ("destinationId", ID_BYTES),
  [ACT_PORT_EVENT_CONFIGURATION_ID] = TEXT ("configurationId", ID_BYTES),
  [ACT_PORT_EVENT_CREDENTIALS_ID] = TEXT ("credentialsId", ID_BYTES),
  [ACT_PORT_EVENT_ENTITY_TYPE] = TEXT ("entityType", ID_BYTES),
  [ACT_PORT_EVENT_ENTITY_ID] = TEXT ("entityId", ID_BYTES),
  [ACT_PORT_EVENT_ACCOUNT_ID] = TEXT ("accountId", ID_BYTES),
  [ACT_PORT_EVENT_RUN_ID] = TEXT ("runId", ID_BYTES),
  [ACT_PORT_EVENT_PAYLOAD] = TEXT ("payload", PAYLOAD_BYTES),
  [ACT_PORT_EVENT_STATUS] = NUMBER_NEEDED ("status", ACT_EVENT_STATUS_OPEN, ACT_EVENT_STATUS_ACTIONED_GONE),
  [ACT_PORT_EVENT_FIRST_SEEN] = TIME_NEEDED ("firstSeen"),
  [ACT_PORT_EVENT_MARKED_AT] = TIME ("markedAt"),
  [ACT_PORT_EVENT_CONFIRMED_AT] = TIME ("confirmedAt"),
  [ACT_PORT_EVENT_ACTIONED_TIME] = TIME ("actionedTime"),
};

static const ActPortField change_fields[] = {
  [ACT_PORT_CHANGE_ACTION] = NUMBER_NEEDED ("action", ACT_OUTBOX_MARK_ACTIONED, ACT_OUTBOX_ENABLE),
  [ACT_PORT_CHANGE_TARGET] = TEXT_NEEDED ("target", NAME_BYTES),
  [ACT_PORT_CHANGE_CREATED] = TIME_NEEDED ("created"),
  [ACT_PORT_CHANGE_CONTENT] = TEXT ("content", MESSAGE_BYTES),
  [ACT_PORT_CHANGE_REASON] = TEXT ("reason", MESSAGE_BYTES),
};

static const ActPortField search_fields[] = {
  [ACT_PORT_SEARCH_NAME] = TEXT_NEEDED ("name", NAME_BYTES),
  [ACT_PORT_SEARCH_TEXT] = TEXT ("text", NAME_BYTES),
  [ACT_PORT_SEARCH_KINDS] = NUMBER_NEEDED ("kinds", 0, G_MAXUINT32),
  [ACT_PORT_SEARCH_INCLUDE_ACTIONED] = NUMBER_NEEDED ("includeActioned", 0, 1),
};

static const ActPortField activity_fields[] = {
  [ACT_PORT_ACTIVITY_TIME] = TIME_NEEDED ("time"),
  [ACT_PORT_ACTIVITY_ACTION] = NUMBER_NEEDED ("action", 0, ACT_N_ACTIVITY_ACTIONS - 1),
  [ACT_PORT_ACTIVITY_COUNT] = NUMBER_NEEDED ("count", 0, G_MAXINT32),
  [ACT_PORT_ACTIVITY_TARGET] = TEXT ("target", NAME_BYTES),
  [ACT_PORT_ACTIVITY_DETAIL] = TEXT ("detail", MESSAGE_BYTES),
};

static const ActPortField item_fields[] = {
  [ACT_PORT_ITEM_ID] = TEXT ("id", NAME_BYTES),
  [ACT_PORT_ITEM_RESULT] = NUMBER_NEEDED ("result", 0, ACT_N_ACTIVITY_RESULTS - 1),
  [ACT_PORT_ITEM_REASON] = TEXT ("reason", MESSAGE_BYTES),
};

static const struct
{
  const char         *name;
  const ActPortField *fields;
  guint               n_fields;
} types[ACT_N_PORT_TYPES] = {
  [ACT_PORT_NAME] = { "name", name_fields, G_N_ELEMENTS (name_fields) },
  [ACT_PORT_EVENT] = { "event", event_fields, G_N_ELEMENTS (event_fields) },
  [ACT_PORT_CHANGE] = { "change", change_fields, G_N_ELEMENTS (change_fields) },
  [ACT_PORT_SEARCH] = { "search", search_fields, G_N_ELEMENTS (search_fields) },
  [ACT_PORT_ACTIVITY] = { "activity", activity_fields, G_N_ELEMENTS (activity_fields) },
  [ACT_PORT_ITEM] = { "item", item_fields, G_N_ELEMENTS (item_fields) },
};

/**
 * act_port_type_get_name:
 * @type: a type
 *
 * Any thread.
 *
 * Returns: (transfer none): what it is called in a file
 */
const char *
act_port_type_get_name (ActPortType type)
{
  g_return_val_if_fail ((guint) type < ACT_N_PORT_TYPES, NULL);

  return types[type].name;
}

/**
 * act_port_type_get_fields:
 * @type: a type
 * @n_fields: (out): return location for their number
 *
 * Any thread.
 *
 * Returns: (transfer none) (array length=n_fields): what a line of this type has
 */
const ActPortField *
act_port_type_get_fields (ActPortType type,
                          guint      *n_fields)
{
  g_return_val_if_fail ((guint) type < ACT_N_PORT_TYPES, NULL);

  *n_fields = types[type].n_fields;

  return types[type].fields;
}

/**
 * act_port_row_new:
 * @type: what it is about
 *
 * Any thread.
 *
 * Returns: (transfer full): a row without a field
 */
ActPortRow *
act_port_row_new (ActPortType type)
{
  ActPortRow *self = g_new0 (ActPortRow, 1);

  self->type = type;

  return self;
}

/**
 * act_port_row_free:
 * @self: (transfer full) (nullable): a row
 *
 * Any thread.
 */
void
act_port_row_free (ActPortRow *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < ACT_PORT_MAX_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * act_port_row_set_text:
 * @self: a row
 * @field: a field that is a text
 * @text: (nullable): the text; nothing is set for %NULL
 *
 * Any thread.
 */
void
act_port_row_set_text (ActPortRow *self,
                       guint       field,
                       const char *text)
{
  g_return_if_fail (field < types[self->type].n_fields && types[self->type].fields[field].is_text);

  if (text == NULL)
    return;

  g_free (self->texts[field]);
  self->texts[field] = g_strdup (text);
  self->is_set[field] = TRUE;
}

/**
 * act_port_row_set_number:
 * @self: a row
 * @field: a field that is a number
 * @number: the number
 *
 * Any thread.
 */
void
act_port_row_set_number (ActPortRow *self,
                         guint       field,
                         gint64      number)
{
  g_return_if_fail (field < types[self->type].n_fields && !types[self->type].fields[field].is_text);

  self->numbers[field] = number;
  self->is_set[field] = TRUE;
}

/**
 * act_port_row_get_number:
 * @self: a row
 * @field: a field that is a number
 * @otherwise: what to give if it is not set
 *
 * Any thread.
 *
 * Returns: the number
 */
gint64
act_port_row_get_number (const ActPortRow *self,
                         guint             field,
                         gint64            otherwise)
{
  return self->is_set[field] ? self->numbers[field] : otherwise;
}

static gboolean
is_field_valid (const ActPortRow   *self,
                guint               i,
                const ActPortField *field)
{
  gint64 size;

  if (!self->is_set[i])
    return !field->required;

  if (!field->is_text)
    return self->numbers[i] >= field->lowest && self->numbers[i] <= field->highest;

  size = (gint64) strlen (self->texts[i]);

  return size >= field->lowest && size <= field->highest && g_utf8_validate (self->texts[i], -1, NULL);
}

/**
 * act_port_row_is_valid:
 * @self: a row that came from outside
 *
 * Any thread.
 *
 * Returns: whether it has all that it must have, and nothing that is out of bounds
 */
gboolean
act_port_row_is_valid (const ActPortRow *self)
{
  for (guint i = 0; i < types[self->type].n_fields; i++)
    {
      if (!is_field_valid (self, i, &types[self->type].fields[i]))
        return FALSE;
    }

  return self->type != ACT_PORT_EVENT ||
         act_event_status_is_known ((int) self->numbers[ACT_PORT_EVENT_STATUS]);
}

/**
 * act_port_counts_add:
 * @self: counts
 * @other: what is added to them
 *
 * Any thread.
 */
void
act_port_counts_add (ActPortCounts       *self,
                     const ActPortCounts *other)
{
  self->new_events += other->new_events;
  self->known_events += other->known_events;
  self->newer_events += other->newer_events;
  self->changes += other->changes;
  self->known_changes += other->known_changes;
  self->searches += other->searches;
  self->activities += other->activities;
}
