/* A search that the user gave a name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-query.h"

G_BEGIN_DECLS

/**
 * ActSavedSearch:
 * @number: the store's number of it, 0 for one that is not kept yet
 * @name: what the user calls it
 * @text: what is searched for, as typed; the chosen destinations and days are tokens in it
 * @kinds: a bit for each #ActEventKind that is in it
 * @include_actioned: whether actioned events are in it
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  gint64   number;
  char    *name;
  char    *text;
  guint    kinds;
  gboolean include_actioned;
} ActSavedSearch;

ActSavedSearch *act_saved_search_new  (void);
ActSavedSearch *act_saved_search_copy (const ActSavedSearch *self);
void            act_saved_search_free (ActSavedSearch       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActSavedSearch, act_saved_search_free)

G_END_DECLS
