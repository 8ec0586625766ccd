/* What one line of a store's file holds
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActPortType:
 * @ACT_PORT_NAME: what an integration, an account or a bill is called
 * @ACT_PORT_EVENT: an event, and where it stands
 * @ACT_PORT_CHANGE: a change that is not confirmed
 * @ACT_PORT_SEARCH: a search that has a name
 * @ACT_PORT_ACTIVITY: something that was done
 * @ACT_PORT_ITEM: one of the things that the activity before it was about
 *
 * What a line is about, in the order in which they stand in a file.
 */
typedef enum
{
  ACT_PORT_NAME,
  ACT_PORT_EVENT,
  ACT_PORT_CHANGE,
  ACT_PORT_SEARCH,
  ACT_PORT_ACTIVITY,
  ACT_PORT_ITEM,
} ActPortType;

#define ACT_N_PORT_TYPES (ACT_PORT_ITEM + 1)

/* The fields of each type, in the order of their columns. */
enum
{
  ACT_PORT_NAME_KIND,
  ACT_PORT_NAME_ID,
  ACT_PORT_NAME_NAME,
};
enum
{
  ACT_PORT_EVENT_ID,
  ACT_PORT_EVENT_TIME,
  ACT_PORT_EVENT_NAME,
  ACT_PORT_EVENT_MESSAGE,
  ACT_PORT_EVENT_DESTINATION,
  ACT_PORT_EVENT_DESTINATION_ID,
  ACT_PORT_EVENT_CONFIGURATION_ID,
  ACT_PORT_EVENT_CREDENTIALS_ID,
  ACT_PORT_EVENT_ENTITY_TYPE,
  ACT_PORT_EVENT_ENTITY_ID,
  ACT_PORT_EVENT_ACCOUNT_ID,
  ACT_PORT_EVENT_RUN_ID,
  ACT_PORT_EVENT_PAYLOAD,
  ACT_PORT_EVENT_STATUS,
  ACT_PORT_EVENT_FIRST_SEEN,
  ACT_PORT_EVENT_MARKED_AT,
  ACT_PORT_EVENT_CONFIRMED_AT,
  ACT_PORT_EVENT_ACTIONED_TIME,
};
enum
{
  ACT_PORT_CHANGE_ACTION,
  ACT_PORT_CHANGE_TARGET,
  ACT_PORT_CHANGE_CREATED,
  ACT_PORT_CHANGE_CONTENT,
  ACT_PORT_CHANGE_REASON,
};
enum
{
  ACT_PORT_SEARCH_NAME,
  ACT_PORT_SEARCH_TEXT,
  ACT_PORT_SEARCH_KINDS,
  ACT_PORT_SEARCH_INCLUDE_ACTIONED,
};
enum
{
  ACT_PORT_ACTIVITY_TIME,
  ACT_PORT_ACTIVITY_ACTION,
  ACT_PORT_ACTIVITY_COUNT,
  ACT_PORT_ACTIVITY_TARGET,
  ACT_PORT_ACTIVITY_DETAIL,
};
enum
{
  ACT_PORT_ITEM_ID,
  ACT_PORT_ITEM_RESULT,
  ACT_PORT_ITEM_REASON,
};

#define ACT_PORT_MAX_FIELDS (ACT_PORT_EVENT_ACTIONED_TIME + 1)

/**
 * ActPortField:
 * @name: its name in a line
 * @is_text: whether it is a text, or else a whole number
 * @required: whether it is in every line of the type
 * @lowest: the lowest number that it can be; for a text, how many bytes it has at least
 * @highest: the highest number; for a text, how many bytes it has at most
 *
 * A field of a line.
 */
typedef struct
{
  const char *name;
  gboolean    is_text;
  gboolean    required;
  gint64      lowest;
  gint64      highest;
} ActPortField;

/**
 * ActPortRow:
 * @type: what it is about
 * @is_continued: whether it is an activity that was given before, and stands here for more items
 * @is_set: which fields it has
 * @texts: their texts
 * @numbers: their numbers
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  ActPortType type;
  gboolean    is_continued;
  gboolean    is_set[ACT_PORT_MAX_FIELDS];
  char       *texts[ACT_PORT_MAX_FIELDS];
  gint64      numbers[ACT_PORT_MAX_FIELDS];
} ActPortRow;

/**
 * ActPortVisitor:
 * @begin: told first how many rows there are of each type
 * @row: given each row, which it does not keep
 *
 * What is done with all rows of a store. Both are called on a thread of the store and may block it.
 */
typedef struct
{
  gboolean (*begin) (const gint64     *counts,
                     gpointer          data,
                     GError          **error);
  gboolean (*row)   (const ActPortRow *row,
                     gpointer          data,
                     GError          **error);
} ActPortVisitor;

/**
 * ActPortCounts:
 * @new_events: events that the store does not have
 * @known_events: events that it has as they are
 * @newer_events: events that it has as open, and that were actioned since
 * @changes: changes that were not sent, and that are not here
 * @known_changes: changes that are here too, or whose event is actioned
 * @searches: searches that are not here
 * @activities: activities that are not here
 *
 * What comes, or came, of importing rows. Plain data.
 */
typedef struct
{
  guint new_events;
  guint known_events;
  guint newer_events;
  guint changes;
  guint known_changes;
  guint searches;
  guint activities;
} ActPortCounts;

const char         *act_port_type_get_name   (ActPortType          type);
const ActPortField *act_port_type_get_fields (ActPortType          type,
                                              guint               *n_fields);
ActPortRow         *act_port_row_new         (ActPortType          type);
void                act_port_row_free        (ActPortRow          *self);
void                act_port_row_set_text    (ActPortRow          *self,
                                              guint                field,
                                              const char          *text);
void                act_port_row_set_number  (ActPortRow          *self,
                                              guint                field,
                                              gint64               number);
gint64              act_port_row_get_number  (const ActPortRow    *self,
                                              guint                field,
                                              gint64               otherwise);
gboolean            act_port_row_is_valid    (const ActPortRow    *self);
void                act_port_counts_add      (ActPortCounts       *self,
                                              const ActPortCounts *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPortRow, act_port_row_free)

G_END_DECLS
