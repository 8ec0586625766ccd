/* What the files of the list of events share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-list.h"
#include "act-id-array.h"
#include "act-row-loader.h"

G_BEGIN_DECLS

struct _ActEventList
{
  GObject parent_instance;

  ActRowSource *source;      /* (owned) */
  ActRowLoader *loader;      /* (owned) */
  ActQuery     *query;       /* (owned) (nullable) */
  GArray       *ids;         /* (owned): what the list shows now */
  ActIdOrder    order;       /* of @ids */
  GError       *error;       /* (owned) (nullable): why the last reading failed */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gint64        began;       /* when the last reading began, monotonic microseconds */
  gint64        took_ms;     /* how long the last reading of all ids took */
  guint         generation;  /* of the query; answers to an earlier one are dropped */
  guint         timer;
  guint         retry_ms; /* 0 unless the last reading failed */
  gboolean      loading;
  gboolean      complete;
  gboolean      dirty; /* the source changed since the reading under way began */
  gboolean      settled;
  guint         n_first; /* how many rows are shown first, filled; 0 for some, as they come */
};

void act_event_list_read           (ActEventList *self,
                                    guint         limit);
void act_event_list_refresh        (ActEventList *self);
void act_event_list_stop_reading   (ActEventList *self);
void act_event_list_show           (ActEventList *self,
                                    GArray       *ids);
void act_event_list_set_loading    (ActEventList *self,
                                    gboolean      loading);
void act_event_list_set_complete   (ActEventList *self,
                                    gboolean      complete);
void act_event_list_set_error      (ActEventList *self,
                                    const GError *error);
void act_event_list_update_settled (ActEventList *self);

G_END_DECLS
