/* Puts the authorization of an integration right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_AUTHORIZATION_PAGE (act_authorization_page_get_type ())

/**
 * ActAuthorizationPage:
 *
 * A page with the facts of one integration and the credential that it uses: another one can be chosen,
 * or a new one made. It ends in a page that says what came of it.
 */
G_DECLARE_FINAL_TYPE (ActAuthorizationPage, act_authorization_page, ACT, AUTHORIZATION_PAGE, GtkWidget)

GtkWidget *act_authorization_page_new                   (ActSession *session,
                                                         gint64      row_id);
GtkWidget *act_authorization_page_new_for_configuration (ActSession *session,
                                                         const char *configuration_id);

G_END_DECLS
