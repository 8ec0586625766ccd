/* A searchable list of another system's records
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-record-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RECORD_CHOOSER (act_record_chooser_get_type ())

/**
 * ActRecordChooser:
 *
 * A list of records with a search entry; hidden while there are none. The selected record is the one
 * that has the id that was set; when the user selects another, `chosen` (char *: its id) says so.
 */
G_DECLARE_FINAL_TYPE (ActRecordChooser, act_record_chooser, ACT, RECORD_CHOOSER, GtkWidget)

GtkWidget *act_record_chooser_new          (void);
void       act_record_chooser_show_loading (ActRecordChooser *self,
                                            const char       *system);
void       act_record_chooser_set_records  (ActRecordChooser *self,
                                            GPtrArray        *records,
                                            const char       *system);
void       act_record_chooser_set_id       (ActRecordChooser *self,
                                            const char       *id);
gboolean   act_record_chooser_has_records  (ActRecordChooser *self);
gboolean   act_record_chooser_knows        (ActRecordChooser *self,
                                            const char       *id);

G_END_DECLS
