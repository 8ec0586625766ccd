/* What a benchmark measured, one JSON object a line
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PerfCompare:
 * @PERF_SHOWN: the figure has no target; it is there to be read
 * @PERF_AT_MOST: it is to be at most its target
 * @PERF_AT_LEAST: it is to be at least its target
 */
typedef enum
{
  PERF_SHOWN,
  PERF_AT_MOST,
  PERF_AT_LEAST,
} PerfCompare;

void   perf_report     (const char  *figure,
                        double       value,
                        const char  *unit,
                        PerfCompare  compare,
                        double       target,
                        guint        n_events);
void   perf_check      (const char  *figure,
                        gboolean     right,
                        guint        n_events);
double perf_percentile (GArray      *values,
                        double       percent);

G_END_DECLS
