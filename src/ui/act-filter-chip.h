/* A filter that can be removed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_FILTER_CHIP (act_filter_chip_get_type ())

/**
 * ActFilterChip:
 *
 * A button that is seen while the filter is there. Property: `label` (string, nullable: what the
 * filter is called, or %NULL while there is none). Signal: `removed`.
 */
G_DECLARE_FINAL_TYPE (ActFilterChip, act_filter_chip, ACT, FILTER_CHIP, GtkWidget)

GtkWidget *act_filter_chip_new       (void);
void       act_filter_chip_set_label (ActFilterChip *self,
                                      const char    *label);

G_END_DECLS
