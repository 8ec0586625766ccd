/* How many of a query's events have which event name and which destination
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-facets.h"

G_DEFINE_BOXED_TYPE (ActFacets, act_facets, act_facets_copy, act_facets_free)

static void
free_facet (gpointer data)
{
  ActFacet *facet = data;

  g_free (facet->value);
  g_free (facet);
}

static void
add_all (GPtrArray       *facets,
         const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const ActFacet *other = g_ptr_array_index (others, i);

      act_facets_add (facets, other->value, other->count);
    }
}

/**
 * act_facets_new:
 *
 * Makes facets that count nothing. Any thread.
 *
 * Returns: (transfer full): the facets
 */
ActFacets *
act_facets_new (void)
{
  ActFacets *self = g_new0 (ActFacets, 1);

  self->names = g_ptr_array_new_with_free_func (free_facet);
  self->destinations = g_ptr_array_new_with_free_func (free_facet);

  return self;
}

/**
 * act_facets_copy:
 * @self: facets
 *
 * Copies facets. Any thread.
 *
 * Returns: (transfer full): the copy
 */
ActFacets *
act_facets_copy (const ActFacets *self)
{
  ActFacets *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = act_facets_new ();
  copy->total = self->total;
  for (guint kind = 0; kind < ACT_N_EVENT_KINDS; kind++)
    copy->by_kind[kind] = self->by_kind[kind];
  add_all (copy->names, self->names);
  add_all (copy->destinations, self->destinations);

  return copy;
}

/**
 * act_facets_free:
 * @self: (transfer full) (nullable): facets
 *
 * Frees facets. Any thread.
 */
void
act_facets_free (ActFacets *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->destinations);
  g_free (self);
}

/**
 * act_facets_add:
 * @facets: (element-type ActFacet): the names or the destinations of some facets
 * @value: an event name or a destination
 * @count: how many events have it
 *
 * Adds a value at the end. Any thread.
 */
void
act_facets_add (GPtrArray  *facets,
                const char *value,
                guint       count)
{
  ActFacet *facet = NULL;

  g_return_if_fail (facets != NULL);
  g_return_if_fail (value != NULL);

  facet = g_new0 (ActFacet, 1);
  facet->value = g_strdup (value);
  facet->count = count;
  g_ptr_array_add (facets, facet);
}
