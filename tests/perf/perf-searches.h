/* Searches of all kinds, the same ones for the same events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"

G_BEGIN_DECLS

/**
 * PerfSearch:
 * @text: what is typed
 * @query: the query that finds it among all events
 * @pattern: (nullable): what grep looks for instead, if it can
 */
typedef struct
{
  char     *text;
  ActQuery *query;
  char     *pattern;
} PerfSearch;

GPtrArray *perf_searches_new (const char *lines_path,
                              guint       n_searches);

G_END_DECLS
