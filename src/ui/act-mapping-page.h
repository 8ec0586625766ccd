/* Creates, corrects and deletes an external mapping
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-change.h"
#include "act-external-mapping.h"
#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_MAPPING_PAGE (act_mapping_page_get_type ())

/**
 * ActMappingPage:
 *
 * A page with the form of one mapping: filled in from an event that lacks it, from one that is to be
 * corrected, from one that the server refused, or empty. It ends in a page that says what came of it.
 */
G_DECLARE_FINAL_TYPE (ActMappingPage, act_mapping_page, ACT, MAPPING_PAGE, GtkWidget)

GtkWidget *act_mapping_page_new             (ActSession               *session,
                                             gint64                    row_id);
GtkWidget *act_mapping_page_new_for_mapping (ActSession               *session,
                                             const ActExternalMapping *mapping);
GtkWidget *act_mapping_page_new_for_change  (ActSession               *session,
                                             const ActChange          *change);
GtkWidget *act_mapping_page_new_empty       (ActSession               *session);

G_END_DECLS
