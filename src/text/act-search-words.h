/* Searching a short text for words, as a person types them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *act_search_words_fold  (const char        *text);
char   **act_search_words_split (const char        *typed);
gboolean act_search_words_match (const char *const *words,
                                 const char        *folded);

G_END_DECLS
