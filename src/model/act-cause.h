/* What events with the same fault share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActCauseOrder:
 * @ACT_CAUSE_ORDER_COUNT: most events first
 * @ACT_CAUSE_ORDER_LAST: the one with the newest event first
 *
 * How causes are ordered; equal ones follow by the other.
 */
typedef enum
{
  ACT_CAUSE_ORDER_COUNT,
  ACT_CAUSE_ORDER_LAST,
} ActCauseOrder;

/* A list of causes has no more; a person reads no more, and any number may be there. */
#define ACT_MAX_CAUSES 10000

/* How many events of a cause are looked at where only that there are others matters. */
#define ACT_MAX_COUNTED_OF_CAUSE 10000

/**
 * ActCause:
 * @number: the store's number of it
 * @kind: what its event name means
 * @name: the event name
 * @integration: (nullable): the integration's name, or its id where the name is not known
 * @destination: (nullable): the destination
 * @message: (nullable): the message of its newest event; its beginning, where it is very long
 * @count: how many events of the query have it
 * @open: how many of these are open
 * @first: the time of the oldest of these, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @last: the time of the newest, likewise
 * @newest: the row id of the newest
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  gint64       number;
  ActEventKind kind;
  char        *name;
  char        *integration;
  char        *destination;
  char        *message;
  guint        count;
  guint        open;
  gint64       first;
  gint64       last;
  gint64       newest;
} ActCause;

/**
 * ActCauseCount:
 * @number: the store's number of a cause
 * @count: how many of some events have it and are open
 */
typedef struct
{
  gint64 number;
  guint  count;
} ActCauseCount;

#define ACT_TYPE_CAUSE (act_cause_get_type ())

GType     act_cause_get_type (void) G_GNUC_CONST;
ActCause *act_cause_new      (void);
ActCause *act_cause_copy     (const ActCause *self);
void      act_cause_free     (ActCause       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActCause, act_cause_free)

G_END_DECLS
