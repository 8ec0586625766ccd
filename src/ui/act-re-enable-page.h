/* Enables an integration that was disabled
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RE_ENABLE_PAGE (act_re_enable_page_get_type ())

/**
 * ActReEnablePage:
 *
 * A page with the facts of one integration, the errors that had it disabled, and which of their causes
 * look resolved. It ends in a page that says what came of it.
 */
G_DECLARE_FINAL_TYPE (ActReEnablePage, act_re_enable_page, ACT, RE_ENABLE_PAGE, GtkWidget)

GtkWidget *act_re_enable_page_new                   (ActSession *session,
                                                     gint64      row_id);
GtkWidget *act_re_enable_page_new_for_configuration (ActSession *session,
                                                     const char *configuration_id);

G_END_DECLS
