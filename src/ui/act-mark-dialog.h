/* Asks before events are marked as actioned, and names exactly which
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_MARK_DIALOG (act_mark_dialog_get_type ())

/**
 * ActMarkDialog:
 *
 * Names how many of the given rows can be marked, and corrects itself while it is open: the set only
 * ever shrinks. The signal `confirmed` (#GArray of gint64 row ids) gives, after Yes, the set that the
 * dialog named at that moment.
 */
G_DECLARE_FINAL_TYPE (ActMarkDialog, act_mark_dialog, ACT, MARK_DIALOG, AdwMessageDialog)

GtkWidget *act_mark_dialog_new (GtkWindow  *parent,
                                ActSession *session,
                                GArray     *row_ids,
                                gsize       n_hidden);

G_END_DECLS
