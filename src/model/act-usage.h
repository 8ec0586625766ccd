/* What takes space on this computer for a connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActUsage:
 * @store: the store's files as they are on the disk, in bytes
 * @events: how much of that is for events
 * @index: for finding and counting them
 * @logs: for the logs of runs
 * @others: for everything else that was read: runs, configurations, mappings, names
 * @unused: how much holds nothing any more, or the same a second time, and can be given back
 * @backups: the backups of former versions, in bytes; not part of @store
 * @set_aside: stores that were set aside, in bytes; not part of @store
 * @n_events: how many events there are
 * @n_logs: how many logs
 * @n_backups: how many backups
 * @n_set_aside: how many stores were set aside
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  gint64 store;
  gint64 events;
  gint64 index;
  gint64 logs;
  gint64 others;
  gint64 unused;
  gint64 backups;
  gint64 set_aside;
  guint  n_events;
  guint  n_logs;
  guint  n_backups;
  guint  n_set_aside;
} ActUsage;

ActUsage *act_usage_new       (void);
void      act_usage_free      (ActUsage       *self);
gint64    act_usage_get_total (const ActUsage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActUsage, act_usage_free)

G_END_DECLS
