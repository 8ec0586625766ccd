/* Changes that came unsent with an imported store, in Pending Changes
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_IMPORTED_SECTION (act_imported_section_get_type ())

/**
 * ActImportedSection:
 *
 * Says what is held, and sends or discards it. Hidden while there is nothing; `notify::visible`
 * tells.
 */
G_DECLARE_FINAL_TYPE (ActImportedSection, act_imported_section, ACT, IMPORTED_SECTION, GtkWidget)

GtkWidget *act_imported_section_new (ActSession *session);

G_END_DECLS
