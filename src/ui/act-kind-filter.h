/* The filter by kind: a row of buttons with numbers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_KIND_FILTER (act_kind_filter_get_type ())

/**
 * ActKindFilter:
 *
 * Properties: `kinds` (guint: a bit for each #ActEventKind that is shown), `earlier-label` (string,
 * nullable: what the filter for earlier errors is called; it is shown, and can be removed, while it is
 * set). Signal: `earlier-removed`.
 */
G_DECLARE_FINAL_TYPE (ActKindFilter, act_kind_filter, ACT, KIND_FILTER, GtkWidget)

GtkWidget *act_kind_filter_new               (void);
guint      act_kind_filter_get_kinds         (ActKindFilter *self);
void       act_kind_filter_set_kinds         (ActKindFilter *self,
                                              guint          kinds);
void       act_kind_filter_set_counts        (ActKindFilter *self,
                                              const guint   *by_kind);
void       act_kind_filter_set_earlier_label (ActKindFilter *self,
                                              const char    *label);

G_END_DECLS
