/* Shows what the file of a store holds, and takes it over
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_STORE_IMPORT_DIALOG (act_store_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ActStoreImportDialog, act_store_import_dialog, ACT, STORE_IMPORT_DIALOG, AdwWindow)

GtkWidget *act_store_import_dialog_new (GtkWindow  *parent,
                                        ActSession *session,
                                        GFile      *file);

G_END_DECLS
