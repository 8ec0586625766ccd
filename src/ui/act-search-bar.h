/* The search above the list: entry, completion, and what it comes to
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-facets.h"
#include "act-search-outcome.h"
#include "act-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_SEARCH_BAR (act_search_bar_get_type ())

/**
 * ActSearchBar:
 *
 * Properties: `active` (gboolean: whether it is open; a bar that is closed searches for nothing),
 * `search` (ActSearch: what is searched for, changed by each keystroke). Signals: `done` (the
 * keyboard is to go on in the list), `scan-cancelled` (the reading of `payload:` is to end).
 */
G_DECLARE_FINAL_TYPE (ActSearchBar, act_search_bar, ACT, SEARCH_BAR, GtkWidget)

GtkWidget        *act_search_bar_new         (void);
gboolean          act_search_bar_get_active  (ActSearchBar    *self);
void              act_search_bar_set_active  (ActSearchBar    *self,
                                              gboolean         active);
void              act_search_bar_open        (ActSearchBar    *self);
ActSearch        *act_search_bar_get_search  (ActSearchBar    *self);
const char       *act_search_bar_get_text    (ActSearchBar    *self);
void              act_search_bar_set_text    (ActSearchBar    *self,
                                              const char      *text);
void              act_search_bar_set_facets  (ActSearchBar    *self,
                                              const ActFacets *facets);
ActSearchOutcome *act_search_bar_get_outcome (ActSearchBar    *self);

G_END_DECLS
