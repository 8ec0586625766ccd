/* How what the server lists and what the store knows become one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event.h"
#include "act-event-status.h"
#include "act-outbox-entry.h"

G_BEGIN_DECLS

/**
 * ActLocalState:
 * @status: where the event stands in the store
 * @actioned_time: the server's time of being actioned, as last seen, or %ACT_TIME_UNKNOWN
 * @confirmed_at: when the server confirmed our mark, milliseconds since 1970 UTC by the local
 *   clock, or %ACT_TIME_UNKNOWN
 * @has_mark: whether the outbox holds a mark for it that is not done
 * @mark_state: that mark's state, when @has_mark
 *
 * What the store knows of an event before a page of the server is merged.
 */
typedef struct
{
  ActEventStatus status;
  gint64         actioned_time;
  gint64         confirmed_at;
  gboolean       has_mark;
  ActOutboxState mark_state;
} ActLocalState;

/**
 * ActMergeFunc:
 * @local: (nullable): what the store knows, %NULL for an event that it has never seen
 * @remote: what the server says
 * @asked_at: when the page was asked for, milliseconds since 1970 UTC
 *
 * Decides where an event stands after the server has spoken. Called on the store's thread, so it
 * must be a pure function of its arguments.
 *
 * Returns: the new status
 */
typedef ActEventStatus (*ActMergeFunc) (const ActLocalState *local,
                                        const ActEvent      *remote,
                                        gint64               asked_at);

/**
 * ActMergeResult:
 * @added: events that the store had never seen
 * @altered: events whose status or content changed
 * @known: events that were already there
 *
 * What a merge did.
 */
typedef struct
{
  guint added;
  guint altered;
  guint known;
} ActMergeResult;

G_END_DECLS
