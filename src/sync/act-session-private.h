/* What the files of the session share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-abilities.h"
#include "act-engine.h"
#include "act-hold.h"
#include "act-once.h"
#include "act-prefetch.h"
#include "act-session.h"

G_BEGIN_DECLS

struct _ActSession
{
  GObject          parent_instance;

  ActConnection   *connection;       /* (owned) */
  ActSessionFlags  flags;
  ActClient       *client;           /* (owned) */
  ActNetworkLog   *network_log;      /* (owned): of all clients that it has had */
  ActStore        *store;            /* (owned) (nullable): once it is open */
  ActEngine       *engine;           /* (owned) (nullable): once it is open */
  ActHold         *hold;             /* (owned) */
  ActAbilities    *abilities;        /* (owned) (nullable): once it is open */
  gboolean         keep_logs;
  ActOnce         *once;             /* (owned): changes that are made just now */
  ActPrefetch     *prefetch;         /* (owned) (nullable): of an automatic session that is open */
  ActCounts       *counts;           /* (owned) */
  guint            retention_months; /* 0: for ever */
  GCancellable    *retaining;        /* (owned): of deleting what is older */
  gboolean         pruning;
  gboolean         counting;
  gboolean         count_again;
};

char    *act_session_build_store_path    (ActConnection        *connection,
                                          const char           *directory);
void     act_session_follow_parts        (ActSession           *self);
GTask   *act_session_new_task            (ActSession           *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data,
                                          gpointer              source_tag);
void     act_session_prune               (ActSession           *self);
void     act_session_start_prefetch      (ActSession           *self);
void     act_session_start_undo_time     (ActSession           *self,
                                          guint                 undo_seconds);
void     act_session_release_held        (ActSession           *self);
void     act_session_apply_connection    (ActSession           *self);
void     act_session_notify_connection   (ActSession           *self);

G_END_DECLS
