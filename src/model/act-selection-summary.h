/* What a set of rows holds, for the confirmation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-kind.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActSelectionSummary:
 * @row_ids: (element-type gint64): those of the rows asked about that can be marked, ascending
 * @by_kind: how many of them are of each kind
 * @oldest: the oldest one's time, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN when empty
 * @newest: the newest one's time, milliseconds since 1970 UTC, or %ACT_TIME_UNKNOWN when empty
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  GArray *row_ids;
  guint   by_kind[ACT_N_EVENT_KINDS];
  gint64  oldest;
  gint64  newest;
} ActSelectionSummary;

ActSelectionSummary *act_selection_summary_new  (void);
void                 act_selection_summary_free (ActSelectionSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSelectionSummary, act_selection_summary_free)

G_END_DECLS
