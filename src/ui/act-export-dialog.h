/* Asks how events are to be exported, and shows how far that is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-row-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_EXPORT_DIALOG (act_export_dialog_get_type ())

/**
 * ActExportDialog:
 *
 * Signal: `exported` (guint: how many events, GFile: where they are).
 */
G_DECLARE_FINAL_TYPE (ActExportDialog, act_export_dialog, ACT, EXPORT_DIALOG, AdwWindow)

GtkWidget *act_export_dialog_new          (GtkWindow       *parent,
                                           ActRowSource    *source,
                                           const ActQuery  *query,
                                           guint            n_listed,
                                           GArray          *selected);
void       act_export_dialog_save_to_file (ActExportDialog *self,
                                           GFile           *file);

G_END_DECLS
