/* A search that the user gave a name
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-saved-search.h"

/**
 * act_saved_search_new:
 *
 * Makes a search for everything that is open, without a name.
 *
 * Returns: (transfer full): the search
 */
ActSavedSearch *
act_saved_search_new (void)
{
  ActSavedSearch *self = g_new0 (ActSavedSearch, 1);

  self->kinds = ACT_QUERY_ALL_KINDS;

  return self;
}

/**
 * act_saved_search_copy:
 * @self: a search
 *
 * Returns: (transfer full): the same once more
 */
ActSavedSearch *
act_saved_search_copy (const ActSavedSearch *self)
{
  ActSavedSearch *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ActSavedSearch, 1);
  copy->number = self->number;
  copy->name = g_strdup (self->name);
  copy->text = g_strdup (self->text);
  copy->kinds = self->kinds;
  copy->include_actioned = self->include_actioned;

  return copy;
}

/**
 * act_saved_search_free:
 * @self: (nullable): a search
 *
 * Frees it.
 */
void
act_saved_search_free (ActSavedSearch *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}
