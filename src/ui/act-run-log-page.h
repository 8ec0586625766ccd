/* The log of an integration run
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_RUN_LOG_PAGE (act_run_log_page_get_type ())

/**
 * ActRunLogPage:
 *
 * Reads a run's log and shows it. It implements [iface@Page]; reading can be cancelled, which closes
 * the page.
 */
G_DECLARE_FINAL_TYPE (ActRunLogPage, act_run_log_page, ACT, RUN_LOG_PAGE, GtkWidget)

GtkWidget *act_run_log_page_new (ActSession *session,
                                 const char *run_id);

G_END_DECLS
