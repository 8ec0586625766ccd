/* How a simulator is to behave
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActSimulatorOptions:
 * @events: how many events there are at the start
 * @outage: how many of the newest of these are open errors of one and the same fault
 * @accounts: how many accounts there are, or 0 for as many as go with the events
 * @seed: the same seed makes the same organisation, keys and events
 * @port: the loopback port, or 0 for any that is free
 * @now_ms: the time at the start, in milliseconds since 1970, or 0 for the computer's time
 * @state_file: (nullable): where changes and ledger are kept, or %NULL to forget them
 * @latency_ms: how long every answer waits
 * @rate_limit: how many requests a second are answered, or 0 for any number
 * @token_life_s: how long a token lives, in seconds
 * @run_ms: how long a replayed run takes
 * @slow_ms: how long a slow body takes
 * @retention_days: events older than this are gone, or 0 to keep them for ever
 * @null_dt_actioned: whether an open event has `"dtActioned": null` instead of nothing
 * @empty_next_token: whether a last page has `"nextToken": ""` instead of nothing
 * @offset_cursor: whether a cursor counts events, so that pages shift when events come and go
 * @faults: (nullable): words of the form KIND:N, every Nth call
 *
 * Plain data. Begin with act_simulator_options_new().
 */
typedef struct
{
  guint    events;
  guint    outage;
  guint    accounts;
  guint64  seed;
  guint16  port;
  gint64   now_ms;
  char    *state_file; /* (owned) */
  guint    latency_ms;
  guint    rate_limit;
  guint    token_life_s;
  guint    run_ms;
  guint    slow_ms;
  guint    retention_days;
  gboolean null_dt_actioned;
  gboolean empty_next_token;
  gboolean offset_cursor;
  GStrv    faults; /* (owned) */
} ActSimulatorOptions;

#define ACT_SIMULATOR_MAX_EVENTS   1000000
#define ACT_SIMULATOR_MIN_ACCOUNTS 40
#define ACT_SIMULATOR_MAX_ACCOUNTS 2000

ActSimulatorOptions *act_simulator_options_new       (void);
ActSimulatorOptions *act_simulator_options_copy      (const ActSimulatorOptions *self);
void                 act_simulator_options_free      (ActSimulatorOptions       *self);
void                 act_simulator_options_add_fault (ActSimulatorOptions       *self,
                                                      const char                *fault);
gboolean             act_simulator_options_check     (const ActSimulatorOptions *self,
                                                      GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSimulatorOptions, act_simulator_options_free)

G_END_DECLS
