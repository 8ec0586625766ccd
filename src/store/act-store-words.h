/* Words in SQLite: how texts are split for the index
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Goes up when a text may give other words, or words go elsewhere; the index is then made anew. */
#define ACT_STORE_WORDS_VERSION 1

/* What stands in a shape where an event has a word of its own. */
#define ACT_STORE_OWN_WORD "0"

int      act_store_words_register (sqlite3    *handle,
                                   gboolean   *due);
gboolean act_store_words_is_own   (const char *word);
char    *act_store_words_get_shape (const char *message);
char    *act_store_words_get_own   (const char *message);

G_END_DECLS
