/* What a person can set
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_PREFERENCES_WINDOW (act_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (ActPreferencesWindow,
                      act_preferences_window,
                      ACT,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *act_preferences_window_new (GtkWindow *parent,
                                       GSettings *settings);

G_END_DECLS
