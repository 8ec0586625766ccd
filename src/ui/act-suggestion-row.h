/* A row of the completion: what is suggested and what it means
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-search-suggestions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACT_TYPE_SUGGESTION_ROW (act_suggestion_row_get_type ())

G_DECLARE_FINAL_TYPE (ActSuggestionRow, act_suggestion_row, ACT, SUGGESTION_ROW, GtkListBoxRow)

GtkWidget *act_suggestion_row_new (const ActSearchSuggestion *suggestion);

G_END_DECLS
