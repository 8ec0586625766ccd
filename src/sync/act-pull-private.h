/* What the files of a pass share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-pull.h"

G_BEGIN_DECLS

struct _ActPull
{
  GObject parent_instance;

  ActClient   *client; /* (owned) */
  ActStore    *store;  /* (owned) */
  gint64       pass;
  GPtrArray   *cursors; /* (owned) (element-type ActCursor) */
  GHashTable  *names;   /* (owned) (element-type utf8): of the cursors */
  GPtrArray   *found;   /* (owned) (element-type utf8): names of events that no cursor has */
  gint64       horizon; /* what happened before it is known, or %ACT_TIME_UNKNOWN */
  char        *key;     /* (owned) (nullable): the store's key for the places */
  ActPlaces   *places;  /* (owned) (nullable) */
  ActMeter    *meter;   /* (owned) (nullable) */
  ActSyncPhase phase;

  guint      in_flight;
  guint      n_heads;   /* pages of heads that are being merged */
  GPtrArray *waiting;   /* (owned) (element-type ActEventPage): pages to be merged */
  GPtrArray *reached;   /* (owned) (element-type utf8): the places after each of them, if they are kept */
  gboolean   merging;   /* those before them are being merged */
  gint64     merged_at; /* when that began, monotonic */
  gboolean   cut_off;   /* a beginning was not all there is */
  GTask     *task;      /* (owned) (nullable): while it runs */
  GError    *error;     /* (owned) (nullable): the first failure */
};

void act_pull_fail         (ActPull      *self,
                            GError       *error);
void act_pull_go_on        (ActPull      *self);
void act_pull_take_page    (ActCursor    *cursor,
                            ActEventPage *page);
void act_pull_merge_if_due (ActPull      *self);

G_END_DECLS
