/* The requests that were sent, to be read and copied for support
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-network-log.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_NETWORK_LOG_DIALOG (act_network_log_dialog_get_type ())

G_DECLARE_FINAL_TYPE (ActNetworkLogDialog, act_network_log_dialog, ACT, NETWORK_LOG_DIALOG, AdwWindow)

GtkWidget *act_network_log_dialog_new (GtkWindow     *parent,
                                       ActNetworkLog *log,
                                       const char    *name);

G_END_DECLS
