/* The filter by destination: a button with a list of boxes to tick
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_DESTINATION_FILTER (act_destination_filter_get_type ())

/**
 * ActDestinationFilter:
 *
 * Properties: `destinations` (GStrv, nullable: what it lets through, %NULL for all), `open`
 * (gboolean: whether its list is shown, and wants to know its numbers).
 */
G_DECLARE_FINAL_TYPE (ActDestinationFilter, act_destination_filter, ACT, DESTINATION_FILTER, GtkWidget)

GtkWidget         *act_destination_filter_new              (void);
const char *const *act_destination_filter_get_destinations (ActDestinationFilter *self);
void               act_destination_filter_clear            (ActDestinationFilter *self);
gboolean           act_destination_filter_get_open         (ActDestinationFilter *self);
void               act_destination_filter_set_facets       (ActDestinationFilter *self,
                                                            GPtrArray            *facets);
void               act_destination_filter_set_narrow       (ActDestinationFilter *self,
                                                            gboolean              narrow);

G_END_DECLS
