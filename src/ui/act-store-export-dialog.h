/* Writes the whole store into a file, and says how far it is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_STORE_EXPORT_DIALOG (act_store_export_dialog_get_type ())

/**
 * ActStoreExportDialog:
 *
 * Signal: `exported` (GFile: where the store is now).
 */
G_DECLARE_FINAL_TYPE (ActStoreExportDialog, act_store_export_dialog, ACT, STORE_EXPORT_DIALOG, AdwWindow)

GtkWidget *act_store_export_dialog_new (GtkWindow  *parent,
                                        ActSession *session,
                                        GFile      *file);

G_END_DECLS
