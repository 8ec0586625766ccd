/* How many changes wait for the server or were refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-counts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_PENDING_BUTTON (act_pending_button_get_type ())

/**
 * ActPendingButton:
 *
 * A button for a header bar, with an icon and a number; hidden while nothing waits and nothing was
 * refused. It activates `events.pending`.
 */
G_DECLARE_FINAL_TYPE (ActPendingButton, act_pending_button, ACT, PENDING_BUTTON, GtkWidget)

void act_pending_button_set_counts (ActPendingButton *self,
                                    const ActCounts  *counts);

G_END_DECLS
