/* The saved searches in the main menu, and how many events each finds
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-saved-search.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_SAVED_SEARCHES (act_saved_searches_get_type ())

/**
 * ActSavedSearches:
 *
 * Fills a section of a menu with items that activate `events.apply-search` (x: the search's number).
 */
G_DECLARE_FINAL_TYPE (ActSavedSearches, act_saved_searches, ACT, SAVED_SEARCHES, GObject)

ActSavedSearches     *act_saved_searches_new         (GMenu            *menu);
void                  act_saved_searches_set_session (ActSavedSearches *self,
                                                      ActSession       *session);
void                  act_saved_searches_read        (ActSavedSearches *self);
void                  act_saved_searches_count       (ActSavedSearches *self);
void                  act_saved_searches_stop        (ActSavedSearches *self);
const ActSavedSearch *act_saved_searches_find        (ActSavedSearches *self,
                                                      gint64            number);

G_END_DECLS
