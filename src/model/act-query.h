/* What the list shows: filter and order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-kind.h"
#include "act-search.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActSortColumn:
 * @ACT_SORT_DATE: by event time
 * @ACT_SORT_NAME: by event name
 * @ACT_SORT_MESSAGE: by message
 * @ACT_SORT_STATUS: by status
 * @ACT_SORT_INTEGRATION: by the integration's name
 * @ACT_SORT_ACCOUNT: by the account's name
 *
 * The column that orders the list; equal rows follow newest first.
 */
typedef enum
{
  ACT_SORT_DATE,
  ACT_SORT_NAME,
  ACT_SORT_MESSAGE,
  ACT_SORT_STATUS,
  ACT_SORT_INTEGRATION,
  ACT_SORT_ACCOUNT,
} ActSortColumn;

#define ACT_QUERY_ALL_KINDS ((1u << ACT_N_EVENT_KINDS) - 1)

/**
 * ActQuery:
 * @include_actioned: whether actioned events are in it
 * @kinds: a bit for each #ActEventKind that is in it
 * @configuration_id: (nullable): only events of this integration configuration
 * @destinations: (nullable) (array zero-terminated=1): only events of one of these destinations
 * @cause: only events of the cause that has this number in the store, or 0
 * @after: only events of this time and younger, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN
 * @before: only events older than this, likewise
 * @search: (nullable): what is searched for, with its dates resolved; a search that names a state
 *   (`is:`) has the word over @include_actioned
 * @sort: the column that orders it
 * @descending: whether that order is reversed
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  gboolean      include_actioned;
  guint         kinds;
  char         *configuration_id;
  char        **destinations;
  gint64        cause;
  gint64        after;
  gint64        before;
  ActSearch    *search;
  ActSortColumn sort;
  gboolean      descending;
} ActQuery;

#define ACT_TYPE_QUERY (act_query_get_type ())

GType     act_query_get_type (void) G_GNUC_CONST;
ActQuery *act_query_new      (void);
ActQuery *act_query_copy     (const ActQuery *self);
void      act_query_free     (ActQuery       *self);
gboolean  act_query_equal    (const ActQuery *self,
                              const ActQuery *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActQuery, act_query_free)

G_END_DECLS
