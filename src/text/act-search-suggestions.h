/* What a search that is being typed may go on with
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-facets.h"

G_BEGIN_DECLS

/**
 * ActSearchSuggestion:
 * @label: what is suggested, as it is shown
 * @explanation: (nullable): what it means, one line
 * @text: the whole search with it
 * @cursor: where typing goes on in @text, characters
 *
 * A way to go on.
 */
typedef struct
{
  char *label;
  char *explanation;
  char *text;
  guint cursor;
} ActSearchSuggestion;

GPtrArray *act_search_suggestions_list        (const char      *text,
                                               guint            cursor,
                                               const ActFacets *facets);
GPtrArray *act_search_suggestions_list_fields (const char      *text,
                                               guint            cursor);

G_END_DECLS
