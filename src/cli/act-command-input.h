/* What is read from standard input: ids, and an answer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean act_command_input_is_terminal (void);
gboolean act_command_input_read_words  (GPtrArray     *words,
                                        GCancellable  *cancellable,
                                        GError       **error);
gboolean act_command_input_ask         (const char    *question,
                                        GCancellable  *cancellable);

G_END_DECLS
