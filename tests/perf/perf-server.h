/* A simulator in a process of its own, and a session with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

G_BEGIN_DECLS

/**
 * PerfCounts:
 * @calls: calls of the API
 * @limited: of these, calls that were refused for being too many
 * @listed: events in pages
 * @changed: changes that altered something
 */
typedef struct
{
  double calls;
  double limited;
  double listed;
  double changed;
} PerfCounts;

typedef struct _PerfServer PerfServer;

PerfServer *perf_server_start        (const char        *program,
                                      const char *const *arguments);
void        perf_server_stop         (PerfServer        *self);
void        perf_server_read_counts  (PerfServer        *self,
                                      PerfCounts        *counts);
ActSession *perf_server_open_session (PerfServer        *self,
                                      const char        *directory,
                                      guint              requests_a_second);
void        perf_session_close       (ActSession        *session);
guint       perf_session_count_rows  (ActSession        *session);

G_END_DECLS
