/* What is shown while there is no connection
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_WELCOME_PAGE (act_welcome_page_get_type ())

/**
 * ActWelcomePage:
 *
 * Offers the two ways to begin, by the actions `app.add-connection` and `app.start-demo`.
 */
G_DECLARE_FINAL_TYPE (ActWelcomePage, act_welcome_page, ACT, WELCOME_PAGE, GtkWidget)

GtkWidget *act_welcome_page_new                (void);
void       act_welcome_page_set_problem        (ActWelcomePage *self,
                                                const char     *problem);
void       act_welcome_page_set_can_start_demo (ActWelcomePage *self,
                                                gboolean        can_start_demo);

G_END_DECLS
