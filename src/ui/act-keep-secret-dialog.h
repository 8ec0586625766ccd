/* Asks what to do with a secret that the keyring does not keep
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the dialog's signal `response` tells. */
#define ACT_KEEP_SECRET_TRY_AGAIN    "try-again"
#define ACT_KEEP_SECRET_THIS_SESSION "this-session"

gboolean   act_keep_secret_dialog_can_help (const GError *error);
GtkWidget *act_keep_secret_dialog_new      (GtkWindow    *parent,
                                            const GError *error);

G_END_DECLS
