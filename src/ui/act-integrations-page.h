/* All integrations of the organisation
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_INTEGRATIONS_PAGE (act_integrations_page_get_type ())

/**
 * ActIntegrationsPage:
 *
 * A page with the list of integration configurations; each opens its facts, from where its
 * authorization can be put right and it can be enabled.
 */
G_DECLARE_FINAL_TYPE (ActIntegrationsPage, act_integrations_page, ACT, INTEGRATIONS_PAGE, GtkWidget)

GtkWidget *act_integrations_page_new (ActSession *session);

G_END_DECLS
