/* The events of the organisation, in order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-simulator-messages.h"
#include "act-simulator-world.h"

G_BEGIN_DECLS

/* An event that names no run. */
#define ACT_SIMULATOR_NO_RUN G_MAXUINT32

/**
 * ActSimulatorEvent:
 * @sequence: what its id is made from
 * @time_ms: when it happened
 * @message: the index of its message
 * @account: the index of the account that it is about
 * @bill: the index of the bill that it is about
 * @configuration: the index of the configuration
 * @run: what the id of its run is made from, or %ACT_SIMULATOR_NO_RUN
 * @actioned_ms: when it was actioned, or 0
 * @event_name: (nullable): its name, when it is not that of its kind
 * @text: (nullable): its message, when it is not that of its kind
 * @payload: (nullable): its payload, when it is not that of its kind
 */
typedef struct
{
  guint32   sequence;
  gint64    time_ms;
  guint     message;
  guint     account;
  guint     bill;
  guint     configuration;
  guint32   run;
  gint64    actioned_ms;
  char     *event_name; /* (owned) */
  char     *text;       /* (owned) */
  JsonNode *payload;    /* (owned) */
} ActSimulatorEvent;

/**
 * ActSimulatorEventIter:
 *
 * A place in the list of events, newest first. Plain data for the stack.
 */
typedef struct
{
  ActSimulatorWorld *world;
  guint              base;
  guint              added;
  gint64             oldest_ms;
} ActSimulatorEventIter;

void               act_simulator_event_iter_init  (ActSimulatorEventIter   *self,
                                                   ActSimulatorWorld       *world);
void               act_simulator_event_iter_seek  (ActSimulatorEventIter   *self,
                                                   gint64                   time_ms,
                                                   guint32                  sequence);
gboolean           act_simulator_event_iter_next  (ActSimulatorEventIter   *self,
                                                   ActSimulatorEvent       *event);

gboolean           act_simulator_event_at         (ActSimulatorWorld       *world,
                                                   guint32                  sequence,
                                                   ActSimulatorEvent       *event);
gboolean           act_simulator_event_find       (ActSimulatorWorld       *world,
                                                   const char              *id,
                                                   ActSimulatorEvent       *event);
char              *act_simulator_event_dup_id     (ActSimulatorWorld       *world,
                                                   guint32                  sequence) G_GNUC_WARN_UNUSED_RESULT;
const char        *act_simulator_event_get_name   (const ActSimulatorEvent *self);
void               act_simulator_event_free       (ActSimulatorEvent       *self);

gboolean           act_simulator_events_are_of_outage
                                                  (ActSimulatorWorld       *world,
                                                   guint32                  sequence);
ActSimulatorEvent *act_simulator_events_add       (ActSimulatorWorld       *world,
                                                   gint64                   time_ms);
void               act_simulator_events_insert    (ActSimulatorWorld       *world,
                                                   ActSimulatorEvent       *event);
gboolean           act_simulator_events_action    (ActSimulatorWorld       *world,
                                                   const ActSimulatorEvent *event,
                                                   gboolean                 actioned);
gboolean           act_simulator_events_get_range (ActSimulatorWorld       *world,
                                                   gint64                  *oldest_ms,
                                                   gint64                  *newest_ms);

G_END_DECLS
