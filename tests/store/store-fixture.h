/* A store in a folder of its own, and calls that wait for their answers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-error.h"
#include "act-store.h"

G_BEGIN_DECLS

/* 2026-03-04T05:06:07Z */
#define FIXTURE_TIME G_GINT64_CONSTANT (1772600767000)

/* Any two of them are different, and they go up by a minute. */
#define FIXTURE_MINUTE(n) (FIXTURE_TIME + (n) *G_GINT64_CONSTANT (60000))

typedef struct
{
  char     *directory;
  char     *path;
  ActStore *store;
  guint     n_changed;
} Fixture;

void      fixture_set_up          (Fixture              *self,
                                   gconstpointer         unused);
void      fixture_tear_down       (Fixture              *self,
                                   gconstpointer         unused);
void      fixture_close           (Fixture              *self);
void      fixture_reopen          (Fixture              *self);

/* Waits until @result is set; for callbacks that keep_result_cb is. */
void          wait_for_result     (GAsyncResult        **result);
void          keep_result_cb      (GObject              *source,
                                   GAsyncResult         *result,
                                   gpointer              user_data);
void          remove_directory    (const char           *path);

ActStore     *try_open_store      (const char           *path,
                                   GError              **error);
ActStore     *open_store          (const char           *path);
void          close_store         (ActStore             *store);

ActEvent     *make_event          (const char           *id,
                                   gint64                time);
ActEventPage *make_page           (ActEvent             *event,
                                   ...) G_GNUC_NULL_TERMINATED;
ActMergeResult merge_page         (ActStore             *store,
                                   ActEventPage         *page,
                                   gint64                pass);
ActMergeResult merge_event        (ActStore             *store,
                                   ActEvent             *event);
void          merge_many          (ActStore             *store,
                                   guint                 n_events);
ActEventStatus merge_simply       (const ActLocalState  *local,
                                   const ActEvent       *remote,
                                   gint64                asked_at);

GArray       *query_all           (ActStore             *store);
GArray       *query               (ActStore             *store,
                                   const ActQuery       *query);
char         *query_ids           (ActStore             *store,
                                   const ActQuery       *query);
GPtrArray    *load                (ActStore             *store,
                                   GArray               *row_ids);
gint64        find_row            (ActStore             *store,
                                   const char           *id);
ActEventRecord *read_record       (ActStore             *store,
                                   const char           *id);
ActEventStatus read_status        (ActStore             *store,
                                   const char           *id);
ActCounts    *count               (ActStore             *store);

gsize         mark_rows           (ActStore             *store,
                                   GArray               *row_ids,
                                   gint64                hold_until);
gsize         mark                (ActStore             *store,
                                   const char           *id,
                                   gint64                hold_until);
GArray       *take_back           (ActStore             *store,
                                   const char           *id);
GArray       *take_back_held      (ActStore             *store);
guint         release_held        (ActStore             *store);
guint         keep_here           (ActStore             *store);
guint         restart_hold        (ActStore             *store,
                                   gint64                hold_until);
guint         retry               (ActStore             *store,
                                   ActOutboxState        from);
GPtrArray    *claim               (ActStore             *store,
                                   ActOutboxState        from,
                                   guint                 limit);
void          settle              (ActStore             *store,
                                   gint64                entry_id,
                                   ActOutboxState        state,
                                   gint64                actioned_time,
                                   const char           *reason);
void          set_gone            (ActStore             *store,
                                   const char           *id);
void          set_value           (ActStore             *store,
                                   const char           *key,
                                   const char           *value);
char         *get_value           (ActStore             *store,
                                   const char           *key);

G_END_DECLS
