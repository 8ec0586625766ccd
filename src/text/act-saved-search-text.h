/* Saved searches in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-saved-search.h"

G_BEGIN_DECLS

char *act_saved_search_text_describe (const ActSavedSearch *search);

G_END_DECLS
