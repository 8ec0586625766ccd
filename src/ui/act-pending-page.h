/* Pending Changes: what waits for the server and what it refused
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_PENDING_PAGE (act_pending_page_get_type ())

/**
 * ActPendingPage:
 *
 * A page with all changes that the server has not confirmed, by what holds them up. Implements
 * [iface@Page]. Signal: `show-event` (gint64: its row).
 */
G_DECLARE_FINAL_TYPE (ActPendingPage, act_pending_page, ACT, PENDING_PAGE, GtkWidget)

GtkWidget *act_pending_page_new (ActSession *session);

G_END_DECLS
