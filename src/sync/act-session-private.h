/* What the files of the session share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-engine.h"
#include "act-hold.h"
#include "act-session.h"

G_BEGIN_DECLS

struct _ActSession
{
  GObject          parent_instance;

  ActConnection   *connection; /* (owned) */
  ActSessionFlags  flags;
  ActClient       *client;     /* (owned) */
  ActStore        *store;      /* (owned) (nullable): once it is open */
  ActEngine       *engine;     /* (owned) (nullable): once it is open */
  ActHold         *hold;       /* (owned) */
  GHashTable      *under_way;  /* (owned) (element-type utf8): changes that are made just now */
  ActCounts       *counts;     /* (owned) */
  gboolean         counting;
  gboolean         count_again;
};

void act_session_start_undo_time (ActSession *self,
                                  guint       undo_seconds);
void act_session_release_held    (ActSession *self);

G_END_DECLS
