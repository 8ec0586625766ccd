/* What is searched for in a log, and where it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_LOG_FINDER (act_log_finder_get_type ())

/**
 * ActLogFinder:
 *
 * Searches a text in a thread, one search at a time. Property: `needle` (string, never %NULL). Signal
 * `changed`: matches were found or forgotten, or another one is the current match.
 */
G_DECLARE_FINAL_TYPE (ActLogFinder, act_log_finder, ACT, LOG_FINDER, GObject)

ActLogFinder *act_log_finder_new           (void);
void          act_log_finder_set_text      (ActLogFinder *self,
                                            GBytes       *text);
const char   *act_log_finder_get_needle    (ActLogFinder *self);
void          act_log_finder_set_needle    (ActLogFinder *self,
                                            const char   *needle);
gboolean      act_log_finder_is_searching  (ActLogFinder *self);
guint         act_log_finder_get_n_matches (ActLogFinder *self,
                                            gboolean     *has_more);
gboolean      act_log_finder_get_current   (ActLogFinder *self,
                                            guint        *number,
                                            gsize        *offset);
void          act_log_finder_move          (ActLogFinder *self,
                                            int           direction);

G_END_DECLS
