/* A mapping as a row of the list of its entity's mappings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_ROW (act_mapping_row_get_type ())

G_DECLARE_FINAL_TYPE (ActMappingRow, act_mapping_row, ACT, MAPPING_ROW, GtkListBoxRow)

GtkWidget                *act_mapping_row_new         (const ActExternalMapping *mapping,
                                                       const char               *entity_name);
const ActExternalMapping *act_mapping_row_get_mapping (ActMappingRow            *self);

G_END_DECLS
