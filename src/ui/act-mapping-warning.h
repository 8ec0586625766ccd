/* Warns before a mapping is made that others speak against
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_WARNING (act_mapping_warning_get_type ())

/**
 * ActMappingWarning:
 *
 * Says which mappings speak against the one of the form, and has a check box by which the user wants
 * it all the same. Other warnings need another confirmation. Hidden without warnings. Signal:
 * `changed`.
 */
G_DECLARE_FINAL_TYPE (ActMappingWarning, act_mapping_warning, ACT, MAPPING_WARNING, GtkWidget)

GtkWidget *act_mapping_warning_new           (void);
void       act_mapping_warning_set_duplicate (ActMappingWarning        *self,
                                              const ActExternalMapping *mapping);
void       act_mapping_warning_set_other     (ActMappingWarning        *self,
                                              const ActExternalMapping *mapping,
                                              const char               *entity_name);
gboolean   act_mapping_warning_has_other     (ActMappingWarning        *self);
gboolean   act_mapping_warning_is_settled    (ActMappingWarning        *self);

G_END_DECLS
