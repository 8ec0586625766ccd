/* An integration run: what became of it, its log, its history, and running it again
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_PAGE (act_run_page_get_type ())

/**
 * ActRunPage:
 *
 * A page for one integration run. It implements [iface@Page].
 */
G_DECLARE_FINAL_TYPE (ActRunPage, act_run_page, ACT, RUN_PAGE, GtkWidget)

GtkWidget *act_run_page_new         (ActSession *session,
                                     gint64      row_id);
GtkWidget *act_run_page_new_for_run (ActSession *session,
                                     const char *run_id);

G_END_DECLS
