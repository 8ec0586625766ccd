/* One external mapping, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_ITEM (act_mapping_item_get_type ())

G_DECLARE_FINAL_TYPE (ActMappingItem, act_mapping_item, ACT, MAPPING_ITEM, GObject)

ActMappingItem           *act_mapping_item_new             (const ActExternalMapping *mapping,
                                                            const char               *entity_name);
const ActExternalMapping *act_mapping_item_get_mapping     (ActMappingItem           *self);
const char               *act_mapping_item_get_entity_name (ActMappingItem           *self);
gboolean                  act_mapping_item_match           (ActMappingItem           *self,
                                                            const char *const        *words,
                                                            const char               *system);

G_END_DECLS
