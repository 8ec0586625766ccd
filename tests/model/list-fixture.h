/* A list of events, and what a view does with it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-list.h"
#include "memory-source.h"

G_BEGIN_DECLS

/* It follows the signals and compares all that it knows with the list. */
typedef struct
{
  MemorySource *source;
  ActEventList *list;
  GArray       *mirror; /* the ids as the signals tell them */
  GHashTable   *held;   /* row id to a row that is held */
  guint         n_changes;
  guint         n_replaced;
  guint         n_loading;
  gint64        watched;
} ListFixture;

void         list_fixture_set_up       (ListFixture   *f,
                                        gconstpointer  data);
void         list_fixture_tear_down    (ListFixture   *f,
                                        gconstpointer  data);
void         list_fixture_settle       (ListFixture   *f);
void         list_fixture_show         (ListFixture   *f);
ActEventRow *list_fixture_hold         (ListFixture   *f,
                                        guint          position);
void         list_fixture_await_record (ListFixture   *f,
                                        ActEventRow   *row);

G_END_DECLS
