/* Somebody else changed a mapping meanwhile: theirs or ours
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-external-mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_CONFLICT (act_mapping_conflict_get_type ())

/**
 * ActMappingConflict:
 *
 * Shows where two versions of a mapping differ. Signals: `keep-theirs` and `save-mine`.
 */
G_DECLARE_FINAL_TYPE (ActMappingConflict, act_mapping_conflict, ACT, MAPPING_CONFLICT, GtkWidget)

GtkWidget *act_mapping_conflict_new (void);
void       act_mapping_conflict_set (ActMappingConflict       *self,
                                     const ActExternalMapping *theirs,
                                     const ActExternalMapping *mine);

G_END_DECLS
