/* What the files of the search bar share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-search-bar.h"
#include "act-search-completion.h"

G_BEGIN_DECLS

struct _ActSearchBar
{
  GtkWidget parent_instance;

  GtkSearchBar        *bar;
  GtkSearchEntry      *entry;
  ActSearchOutcome    *outcome;
  ActSearchCompletion *completion;

  ActSearch *search; /* (owned) */
  ActFacets *facets; /* (owned) (nullable) */
  gboolean   replacing;
  gboolean   suggests_fields; /* whatever is typed */
  guint      typed_id;
  guint      problem_id;
};

guint    act_search_bar_get_cursor     (ActSearchBar *self);
gboolean act_search_bar_is_typed_in    (ActSearchBar *self);
void     act_search_bar_update_problem (ActSearchBar *self,
                                        gboolean      after_pause);
void     act_search_bar_wait_for_pause (ActSearchBar *self);

G_END_DECLS
