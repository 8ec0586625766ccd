/* The application: one window, and the connections behind it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-launch.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_APPLICATION (act_application_get_type ())

/**
 * ActApplication:
 *
 * It opens all connections: the one that is shown at once, the others after the window's first frame.
 * When the window closes, it lives on without one for as long as changes are being sent, at most a
 * minute.
 */
G_DECLARE_FINAL_TYPE (ActApplication, act_application, ACT, APPLICATION, AdwApplication)

ActApplication *act_application_new        (void);
void            act_application_set_launch (ActApplication *self,
                                            ActLaunch      *launch);

G_END_DECLS
