/* An event as the store keeps it: the event, where it stands, and names
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"
#include "act-event-kind.h"
#include "act-event-status.h"

G_BEGIN_DECLS

/**
 * ActEventRecord:
 * @row_id: the store's id: event time in milliseconds `<< 20 |` a hash of the event id
 * @event: the event; its @payload is set only in a record read by itself
 * @kind: what the event name means
 * @status: where it stands
 * @marked_at: when it was marked here, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @first_seen: when the store first saw it, milliseconds since 1970 UTC
 * @integration_name: (nullable): the integration configuration's name
 * @account_name: (nullable): the account's name
 * @refusal: (nullable): what the server said when it refused the mark
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  gint64         row_id;
  ActEvent      *event;
  ActEventKind   kind;
  ActEventStatus status;
  gint64         marked_at;
  gint64         first_seen;
  char          *integration_name;
  char          *account_name;
  char          *refusal;
} ActEventRecord;

#define ACT_TYPE_EVENT_RECORD (act_event_record_get_type ())

GType           act_event_record_get_type    (void) G_GNUC_CONST;
ActEventRecord *act_event_record_new         (void);
ActEventRecord *act_event_record_copy        (const ActEventRecord *self);
void            act_event_record_free        (ActEventRecord       *self);
gboolean        act_event_record_equal       (const ActEventRecord *self,
                                              const ActEventRecord *other);
gint64          act_event_record_get_time    (const ActEventRecord *self);
gboolean        act_event_record_is_markable (const ActEventRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActEventRecord, act_event_record_free)

G_END_DECLS
