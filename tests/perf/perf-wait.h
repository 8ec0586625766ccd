/* Calls that wait for their answers, and what a process has used
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For calls that answer on the main context: start one with perf_keep_result_cb and &result, which
 * begins as NULL, then wait. */
void          perf_keep_result_cb (GObject       *source,
                                   GAsyncResult  *result,
                                   gpointer       user_data);
GAsyncResult *perf_wait           (GAsyncResult **result);

double        perf_now_ms         (void);
double        perf_cpu_us         (void);
double        perf_anonymous_mib  (void);
void          perf_fail_on        (const GError  *error);

/* Looks at the memory a thousand times a second until it is stopped. */
typedef struct _PerfPeak PerfPeak;

PerfPeak     *perf_peak_start     (void);
double        perf_peak_stop      (PerfPeak      *self);

G_END_DECLS
