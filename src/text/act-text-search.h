/* Finds words in large texts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActTextMatch:
 * @start: where it begins, in bytes
 * @length: how long it is, in bytes
 */
typedef struct
{
  guint32 start;
  guint32 length;
} ActTextMatch;

GArray *act_text_search_find (const char   *text,
                              gsize         length,
                              const char   *needle,
                              gsize         max_matches,
                              GCancellable *cancellable);

G_END_DECLS
