/* A mapping in a list: the external id, where it is, and whose it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_CELL (act_mapping_cell_get_type ())

G_DECLARE_FINAL_TYPE (ActMappingCell, act_mapping_cell, ACT, MAPPING_CELL, GtkWidget)

GtkWidget *act_mapping_cell_new         (void);
void       act_mapping_cell_set_mapping (ActMappingCell           *self,
                                         const ActExternalMapping *mapping,
                                         const char               *entity_name);
void       act_mapping_cell_show_entity (ActMappingCell           *self,
                                         gboolean                  show);

G_END_DECLS
