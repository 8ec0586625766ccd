/* How the calls of a store reach its threads
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"
#include "act-change.h"
#include "act-pending.h"
#include "act-port-row.h"
#include "act-relation.h"
#include "act-saved-search.h"
#include "act-store-progress.h"
#include "act-store-worker.h"
#include "act-store.h"

G_BEGIN_DECLS

/**
 * ActStoreCall:
 * @row_ids: (nullable): a copy of the rows that the call is about
 * @row_id: the row, or the outbox entry, that it is about
 * @number: its number: a time, a pass, a limit
 * @other_numbers: more of them
 * @kind: a name kind or an outbox state
 * @text: (nullable): its text
 * @other_text: (nullable): another one
 * @ids: (nullable): event ids
 * @query: (nullable): a query
 * @pages: (nullable) (element-type ActEventPage): pages
 * @names: (nullable): names
 * @resources: (nullable): resources
 * @change: (nullable): a change
 * @relation: (nullable): a relation
 * @activity: (nullable): an activity
 * @items: (nullable): what it was about
 * @scope: which marks
 * @search: (nullable): a search that has a name
 * @visitor: (nullable): what is done with all rows
 * @visitor_data: (nullable): for @visitor; of the caller
 * @progress: (nullable): told how far it is
 * @counter: (nullable): what counts the payloads that it reads
 * @merge: (nullable): how a page is merged
 *
 * The arguments of a call. Each call uses a few of them; those that it owns are freed with it.
 */
typedef struct
{
  GArray               *row_ids;
  gint64                row_id;
  gint64                number;
  gint64                other_numbers[2];
  int                   kind;
  char                 *text;
  char                 *other_text;
  char                **ids;
  ActQuery             *query;
  GPtrArray            *pages;
  GPtrArray            *names;
  GPtrArray            *resources;
  ActChange            *change;
  ActRelation          *relation;
  ActActivity          *activity;
  GPtrArray            *items;
  ActSavedSearch       *search;
  ActPendingScope       scope;
  const ActPortVisitor *visitor;
  gpointer              visitor_data;
  ActStoreProgress     *progress;
  int                  *counter;
  ActMergeFunc          merge;
} ActStoreCall;

/**
 * ActStoreDirection:
 * @ACT_STORE_READS: done by the thread that reads what a screen waits for, and quickly
 * @ACT_STORE_SCANS: done by the thread that reads what takes time, beside the other
 * @ACT_STORE_WRITES: done by the thread that writes, in the order of the calls
 */
typedef enum
{
  ACT_STORE_READS,
  ACT_STORE_SCANS,
  ACT_STORE_WRITES,
} ActStoreDirection;

void     act_store_submit    (ActStore             *self,
                              ActStoreDirection     direction,
                              gpointer              source_tag,
                              ActStoreJobFunc       func,
                              ActStoreCall         *call,
                              GDestroyNotify        free_result,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
gboolean act_store_take      (ActStore             *self,
                              GAsyncResult         *result,
                              gpointer              source_tag,
                              gpointer             *value,
                              GError              **error);
int     *act_store_get_counter (ActStore           *self);
GArray  *act_store_copy_rows (const gint64         *row_ids,
                              gsize                 n_row_ids);

void     act_store_row_source_init (ActRowSourceInterface *iface);

G_END_DECLS
