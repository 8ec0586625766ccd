/* The searches that have a name, to be renamed and deleted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_SAVED_SEARCHES_DIALOG (act_saved_searches_dialog_get_type ())

/**
 * ActSavedSearchesDialog:
 *
 * Signal: `changed` (a search has another name, went or came back).
 */
G_DECLARE_FINAL_TYPE (ActSavedSearchesDialog, act_saved_searches_dialog, ACT, SAVED_SEARCHES_DIALOG, AdwWindow)

GtkWidget *act_saved_searches_dialog_new (GtkWindow  *parent,
                                          ActSession *session);

G_END_DECLS
