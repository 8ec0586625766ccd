/* An event as the API gives it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A time that the server did not give, or that could not be read. */
#define ACT_TIME_UNKNOWN G_MININT64

/**
 * ActEvent:
 * @id: the event's id; made from its content when the server gave none
 * @name: the event name, as the API writes it
 * @time: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @actioned_time: milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN while it is open
 * @message: (nullable): what happened
 * @destination: (nullable): the other system's name
 * @destination_id: (nullable): the destination's id
 * @configuration_id: (nullable): the integration configuration's id
 * @credentials_id: (nullable): the credential's id
 * @entity_type: (nullable): what the run was for, for example `Bill`
 * @entity_id: (nullable): its id
 * @account_id: (nullable): the account's id
 * @run_id: (nullable): the integration run's id
 * @payload: (nullable): the whole event as the server sent it, JSON text; only where asked for
 *
 * Plain data that may cross threads. The payload of integration events is undocumented, so every
 * field after @actioned_time is a finding, not a promise.
 */
typedef struct
{
  char  *id;
  char  *name;
  gint64 time;
  gint64 actioned_time;
  char  *message;
  char  *destination;
  char  *destination_id;
  char  *configuration_id;
  char  *credentials_id;
  char  *entity_type;
  char  *entity_id;
  char  *account_id;
  char  *run_id;
  char  *payload;
} ActEvent;

#define ACT_TYPE_EVENT (act_event_get_type ())

GType     act_event_get_type  (void) G_GNUC_CONST;
ActEvent *act_event_new       (void);
ActEvent *act_event_copy      (const ActEvent *self);
void      act_event_free      (ActEvent       *self);
gboolean  act_event_names_run     (const ActEvent *self);
gboolean  act_event_get_unmapped  (const ActEvent  *self,
                                   const char     **entity_type,
                                   const char     **entity_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActEvent, act_event_free)

G_END_DECLS
