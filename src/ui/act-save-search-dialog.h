/* Asks what a search is to be called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-saved-search.h"
#include "act-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_SAVE_SEARCH_DIALOG (act_save_search_dialog_get_type ())

/**
 * ActSaveSearchDialog:
 *
 * Keeps the search itself. Signal: `saved` (string: its name).
 */
G_DECLARE_FINAL_TYPE (ActSaveSearchDialog, act_save_search_dialog, ACT, SAVE_SEARCH_DIALOG, AdwWindow)

GtkWidget *act_save_search_dialog_new (GtkWindow            *parent,
                                       ActSession           *session,
                                       const ActSavedSearch *search);

G_END_DECLS
