/* One integration, and what can be done about it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_INTEGRATION_PAGE (act_integration_page_get_type ())

/**
 * ActIntegrationPage:
 *
 * A page with the facts of one integration, and the ways to its authorization and to enabling it.
 */
G_DECLARE_FINAL_TYPE (ActIntegrationPage, act_integration_page, ACT, INTEGRATION_PAGE, GtkWidget)

GtkWidget *act_integration_page_new (ActSession *session,
                                     const char *configuration_id,
                                     const char *credential_name);

G_END_DECLS
