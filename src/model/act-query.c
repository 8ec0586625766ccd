/* What the list shows: filter and order
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-query.h"

#include "act-event.h"

G_DEFINE_BOXED_TYPE (ActQuery, act_query, act_query_copy, act_query_free)

/**
 * act_query_new:
 *
 * Makes the query that the list opens with: all open events, newest first. Any thread.
 *
 * Returns: (transfer full): the query
 */
ActQuery *
act_query_new (void)
{
  ActQuery *self = g_new0 (ActQuery, 1);

  self->kinds = ACT_QUERY_ALL_KINDS;
  self->after = ACT_TIME_UNKNOWN;
  self->before = ACT_TIME_UNKNOWN;
  self->sort = ACT_SORT_DATE;
  self->descending = TRUE;

  return self;
}

/**
 * act_query_copy:
 * @self: a query
 *
 * Copies a query. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActQuery *
act_query_copy (const ActQuery *self)
{
  ActQuery *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (ActQuery, 1);
  *copy = *self;
  copy->configuration_id = g_strdup (self->configuration_id);
  copy->destinations = g_strdupv (self->destinations);
  copy->search = self->search != NULL ? act_search_ref (self->search) : NULL;

  return copy;
}

/**
 * act_query_free:
 * @self: (transfer full) (nullable): a query
 *
 * Frees a query. Any thread.
 */
void
act_query_free (ActQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->configuration_id);
  g_strfreev (self->destinations);
  act_search_unref (self->search);
  g_free (self);
}

static gboolean
strv_equal (char **one,
            char **other)
{
  if (one == NULL || other == NULL)
    return one == other;

  return g_strv_equal ((const char *const *) one, (const char *const *) other);
}

/**
 * act_query_equal:
 * @self: (nullable): a query
 * @other: (nullable): another
 *
 * Tells whether two queries ask for the same rows in the same order. Any thread.
 *
 * Returns: whether they are equal; two %NULL are
 */
gboolean
act_query_equal (const ActQuery *self,
                 const ActQuery *other)
{
  if (self == NULL || other == NULL)
    return self == other;

  return !self->include_actioned == !other->include_actioned && self->kinds == other->kinds &&
         g_strcmp0 (self->configuration_id, other->configuration_id) == 0 &&
         strv_equal (self->destinations, other->destinations) && self->cause == other->cause &&
         self->after == other->after && self->before == other->before && self->sort == other->sort &&
         act_search_equal (self->search, other->search) && !self->descending == !other->descending;
}
