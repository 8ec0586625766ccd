/* A saved search that can be renamed and deleted
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-saved-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ACT_TYPE_SAVED_SEARCH_ROW (act_saved_search_row_get_type ())

/**
 * ActSavedSearchRow:
 *
 * Signals: `renamed` (string: the name that is wanted), `deleted`.
 */
G_DECLARE_FINAL_TYPE (ActSavedSearchRow, act_saved_search_row, ACT, SAVED_SEARCH_ROW, AdwEntryRow)

GtkWidget            *act_saved_search_row_new         (const ActSavedSearch *search);
const ActSavedSearch *act_saved_search_row_get_search  (ActSavedSearchRow    *self);
void                  act_saved_search_row_set_problem (ActSavedSearchRow    *self,
                                                        gboolean              wrong);

G_END_DECLS
