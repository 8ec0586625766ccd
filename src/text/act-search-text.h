/* What a search may say, and what is wrong with one, in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-search.h"

G_BEGIN_DECLS

char       *act_search_text_problem  (const ActSearchProblem *problem);
char       *act_search_text_problems (const ActSearch        *search);
const char *act_search_text_field    (ActSearchField          field);
const char *act_search_text_is       (ActSearchIs             is);

G_END_DECLS
