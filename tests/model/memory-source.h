/* A row source in memory
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-row-source.h"

G_BEGIN_DECLS

/* It answers from idles, in order, and can be told to fail or to wait. */

#define MEMORY_TYPE_SOURCE (memory_source_get_type ())
G_DECLARE_FINAL_TYPE (MemorySource, memory_source, MEMORY, SOURCE, GObject)

struct _MemorySource
{
  GObject parent_instance;

  GArray     *ids;
  GHashTable *messages; /* row id to a counter that is its message */
  guint       n_queries;
  guint       n_loads;
  guint       n_loaded;
  guint       largest_load;
  guint       last_limit;
  guint       n_failures_left;
  GPtrArray  *waiting; /* tasks, while answers are held back */
  gboolean    hold;
};

void memory_source_answer      (MemorySource *self,
                                GTask        *task);
void memory_source_release     (MemorySource *self);
void memory_source_set_message (MemorySource *self,
                                gint64        row_id,
                                guint         message);
void memory_source_fill        (MemorySource *self,
                                guint         n);

G_END_DECLS
