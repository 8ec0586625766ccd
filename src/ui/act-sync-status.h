/* How far the synchronisation is, and what holds it back
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_SYNC_STATUS (act_sync_status_get_type ())

/**
 * ActSyncStatus:
 *
 * Tells what a session reads or sends, how fast, and how much is left, and lets the user pause it or
 * read in spite of what holds it back. Hidden without a session.
 */
G_DECLARE_FINAL_TYPE (ActSyncStatus, act_sync_status, ACT, SYNC_STATUS, GtkWidget)

GtkWidget *act_sync_status_new         (void);
void       act_sync_status_set_session (ActSyncStatus *self,
                                        ActSession    *session);

G_END_DECLS
