/* The filter by date: a button with presets and two days of one's own
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_DATE_FILTER (act_date_filter_get_type ())

/**
 * ActDateFilter:
 *
 * Property: `text` (string, nullable: what it lets through, in the language of searches, as in
 * `during:this-month` or `after:2026-03-01 before:2026-04-01`; %NULL for any time).
 */
G_DECLARE_FINAL_TYPE (ActDateFilter, act_date_filter, ACT, DATE_FILTER, GtkWidget)

GtkWidget  *act_date_filter_new        (void);
const char *act_date_filter_get_text   (ActDateFilter *self);
void        act_date_filter_clear      (ActDateFilter *self);
void        act_date_filter_set_narrow (ActDateFilter *self,
                                        gboolean       narrow);

G_END_DECLS
