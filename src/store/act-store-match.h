/* Words that follow each other, as FTS5 is asked for them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean act_store_match_has_own (char       **words);
char    *act_store_match_row     (const char  *columns,
                                  char       **words);
char    *act_store_match_own     (char       **words);
char    *act_store_match_shapes  (char       **words);

G_END_DECLS
