/* The lines of a large text, as a list
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-log-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_LOG_LINES (act_log_lines_get_type ())

/**
 * ActLogLines:
 *
 * A list of #ActLogLine over a text that never changes. It holds where each row begins, four bytes
 * a row; rows exist only while somebody holds them, and are the same object for everybody. Main
 * thread only.
 */
G_DECLARE_FINAL_TYPE (ActLogLines, act_log_lines, ACT, LOG_LINES, GObject)

void         act_log_lines_new_async       (GBytes               *text,
                                            guint                 columns,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
ActLogLines *act_log_lines_new_finish      (GAsyncResult         *result,
                                            GError              **error);
guint        act_log_lines_get_columns     (ActLogLines          *self);
guint        act_log_lines_find_row        (ActLogLines          *self,
                                            gsize                 offset);
gsize        act_log_lines_get_offset      (ActLogLines          *self,
                                            guint                 row);
char        *act_log_lines_dup_whole_line  (ActLogLines          *self,
                                            guint                 row);
guint        act_log_lines_get_n_lines     (ActLogLines          *self);
guint        act_log_lines_get_n_live_rows (ActLogLines          *self);

G_END_DECLS
