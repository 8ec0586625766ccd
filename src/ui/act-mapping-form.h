/* The fields of an external mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"
#include "act-mapping-options.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_FORM (act_mapping_form_get_type ())

/**
 * ActMappingForm:
 *
 * Knows what can be entered, and nothing of the server. Signals: `changed`, whatever changed;
 * `submit`, when Enter was pressed in an entry.
 */
G_DECLARE_FINAL_TYPE (ActMappingForm, act_mapping_form, ACT, MAPPING_FORM, GtkWidget)

GtkWidget          *act_mapping_form_new                (void);
void                act_mapping_form_set_options        (ActMappingForm           *self,
                                                         const ActMappingOptions  *options);
void                act_mapping_form_set_mapping        (ActMappingForm           *self,
                                                         const ActExternalMapping *mapping);
void                act_mapping_form_set_entity_fixed   (ActMappingForm           *self,
                                                         gboolean                  is_fixed);
void                act_mapping_form_set_entity_name    (ActMappingForm           *self,
                                                         const char               *name);
void                act_mapping_form_set_configuration  (ActMappingForm           *self,
                                                         const char               *configuration_id,
                                                         const char               *name,
                                                         const char               *destination);
void                act_mapping_form_set_base           (ActMappingForm           *self,
                                                         const ActExternalMapping *base);
void                act_mapping_form_show_asking        (ActMappingForm           *self);
void                act_mapping_form_set_records        (ActMappingForm           *self,
                                                         GPtrArray                *records);
ActExternalMapping *act_mapping_form_dup_mapping        (ActMappingForm           *self);
gboolean            act_mapping_form_is_valid           (ActMappingForm           *self);
void                act_mapping_form_focus              (ActMappingForm           *self);

G_END_DECLS
