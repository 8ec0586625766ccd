/* An event that does not name what has no mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-record.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_NAMELESS (act_mapping_nameless_get_type ())

/**
 * ActMappingNameless:
 *
 * Shows what the event says, so that a person may know. Signal: `fill-in`: the user wants the form.
 */
G_DECLARE_FINAL_TYPE (ActMappingNameless, act_mapping_nameless, ACT, MAPPING_NAMELESS, GtkWidget)

GtkWidget *act_mapping_nameless_new        (void);
void       act_mapping_nameless_set_record (ActMappingNameless   *self,
                                            ActSession           *session,
                                            const ActEventRecord *record);

G_END_DECLS
