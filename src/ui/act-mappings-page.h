/* External Mappings: all of them, to search, create and correct
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPINGS_PAGE (act_mappings_page_get_type ())

G_DECLARE_FINAL_TYPE (ActMappingsPage, act_mappings_page, ACT, MAPPINGS_PAGE, GtkWidget)

GtkWidget *act_mappings_page_new (ActSession *session);

G_END_DECLS
