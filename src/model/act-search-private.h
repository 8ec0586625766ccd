/* What the files of ActSearch share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-search.h"

G_BEGIN_DECLS

struct _ActSearch
{
  gatomicrefcount ref_count;
  GArray         *terms;
  GArray         *problems;
};

ActSearch *act_search_new         (void);
void       act_search_add_term    (ActSearch            *self,
                                   const ActSearchTerm  *term);
void       act_search_add_problem (ActSearch            *self,
                                   ActSearchProblemCode  code,
                                   const char           *text,
                                   gsize                 start,
                                   gsize                 end);
gboolean   act_search_is_date     (ActSearchField        field);

G_END_DECLS
