/* Asks before a connection is removed, and names what is lost with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_REMOVE_CONNECTION_DIALOG (act_remove_connection_dialog_get_type ())

/**
 * ActRemoveConnectionDialog:
 *
 * While there are changes that were not sent, or nobody can say whether there are, it must be confirmed
 * that they are lost. Signal: `confirmed`.
 */
G_DECLARE_FINAL_TYPE (ActRemoveConnectionDialog,
                      act_remove_connection_dialog,
                      ACT,
                      REMOVE_CONNECTION_DIALOG,
                      AdwMessageDialog)

GtkWidget *act_remove_connection_dialog_new (GtkWindow          *parent,
                                             ActConnectionEntry *entry);

G_END_DECLS
