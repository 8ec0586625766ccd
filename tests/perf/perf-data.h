/* Stores of many events, and the same events as lines of JSON
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"
#include "act-store.h"

G_BEGIN_DECLS

/* The time at which the simulator's events end, 2026-03-04T12:00:00Z. */
#define PERF_NOW_MS G_GINT64_CONSTANT (1772625600000)

/**
 * PerfData:
 * @n_events: how many events there are
 * @home: what XDG_DATA_HOME is for a program that is to find the store
 * @directory: the folder of the store, "actioned" in @home
 * @store_path: the store
 * @lines_path: the events as the server writes them, one a line
 * @connection: whose store it is; nothing answers at its address
 * @cpu_us: what parsing, storing and indexing took, 0 if it was done before
 * @json_bytes: the size of all lines
 *
 * The events of a simulator with the seed 1 and nothing changed.
 */
typedef struct
{
  guint          n_events;
  char          *home;
  char          *directory;
  char          *store_path;
  char          *lines_path;
  ActConnection *connection;
  double         cpu_us;
  double         json_bytes;
} PerfData;

PerfData *perf_data_new        (const char *folder,
                                guint       n_events);
PerfData *perf_data_from_args  (int         argc,
                                char      **argv);
void      perf_data_free       (PerfData   *self);
ActStore *perf_data_open       (PerfData   *self);
PerfData *perf_data_copy_store (PerfData   *self,
                                const char *name);
void      perf_store_close     (ActStore   *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PerfData, perf_data_free)

G_END_DECLS
