/* How many of a query's events have which event name and which destination
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActFacet:
 * @value: an event name or a destination, as the API writes it
 * @count: how many events of the query have it
 */
typedef struct
{
  char *value;
  guint count;
} ActFacet;

/**
 * ActFacets:
 * @total: the events of the query
 * @by_kind: what each kind has, were the query's own filter by kind not there
 * @names: (element-type ActFacet): event names of %ACT_EVENT_KIND_OTHER and how many each has
 * @destinations: (element-type ActFacet): destinations and what each has, most first, were the
 *   query's own filter by destination not there
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  guint      total;
  guint      by_kind[ACT_N_EVENT_KINDS];
  GPtrArray *names;
  GPtrArray *destinations;
} ActFacets;

#define ACT_TYPE_FACETS (act_facets_get_type ())

GType      act_facets_get_type (void) G_GNUC_CONST;
ActFacets *act_facets_new      (void);
ActFacets *act_facets_copy     (const ActFacets *self);
void       act_facets_free     (ActFacets       *self);
void       act_facets_add      (GPtrArray       *facets,
                                const char      *value,
                                guint            count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActFacets, act_facets_free)

G_END_DECLS
