/* One row of a large text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_LOG_LINE (act_log_line_get_type ())

/**
 * ActLogLine:
 *
 * A line, or a part of a line that is longer than a row. It never changes.
 */
G_DECLARE_FINAL_TYPE (ActLogLine, act_log_line, ACT, LOG_LINE, GObject)

ActLogLine *act_log_line_new       (GBytes     *text,
                                    gsize       start,
                                    gsize       length);
char       *act_log_line_dup_shown (ActLogLine *self);

G_END_DECLS
