/* Words that follow each other in a text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     act_search_row_find (const char  *text,
                              char       **words,
                              GArray      *ranges);
gboolean act_search_row_has  (const char  *text,
                              char       **words);

G_END_DECLS
