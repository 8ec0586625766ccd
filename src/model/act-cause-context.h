/* Where a number or a quoted text stands in a message
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean act_cause_context_keeps_number (const char *text,
                                         const char *number,
                                         const char *number_end,
                                         const char *end);
gboolean act_cause_context_keeps_code   (const char *text,
                                         const char *code);
gboolean act_cause_context_keeps_quoted (const char *text,
                                         const char *quoted,
                                         const char *quoted_end,
                                         const char *end);

G_END_DECLS
