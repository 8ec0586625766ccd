/* A check box that assistive technology can toggle
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_CHECK_BUTTON (act_check_button_get_type ())

/**
 * ActCheckButton:
 *
 * GTK's own check box offers no action to assistive technology; this one offers `check.toggle`.
 */
G_DECLARE_FINAL_TYPE (ActCheckButton, act_check_button, ACT, CHECK_BUTTON, GtkCheckButton)

G_END_DECLS
