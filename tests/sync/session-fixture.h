/* A session on a simulated server, and calls that wait for their answers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-integration-configuration.h"
#include "act-session.h"
#include "act-simulator.h"
#include "act-time.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char                *directory;
  ActSimulatorOptions *options;
  ActSimulator        *simulator; /* (nullable): while it runs */
  char                *secret;    /* (nullable): instead of the right one */
  ActSession          *session;   /* (nullable): while it is open */
} Fixture;

void       fixture_set_up           (Fixture         *self,
                                     gconstpointer    unused);
void       fixture_tear_down        (Fixture         *self,
                                     gconstpointer    unused);
void       fixture_start_simulator  (Fixture         *self);
void       fixture_stop_simulator   (Fixture         *self);
void       fixture_set_fault        (Fixture         *self,
                                     const char      *kind,
                                     guint            every);
void       fixture_open             (Fixture         *self,
                                     ActSessionFlags  flags);
void       fixture_close            (Fixture         *self);
void       fixture_remove_store     (Fixture         *self);
gboolean   fixture_store_has        (Fixture         *self,
                                     const char      *text);
gboolean   fixture_try_refresh      (Fixture         *self,
                                     GError         **error);
void       fixture_refresh          (Fixture         *self);
gboolean   fixture_try_send         (Fixture         *self,
                                     GError         **error);
void       fixture_send             (Fixture         *self);

GArray    *fixture_list             (Fixture         *self,
                                     gboolean         include_actioned);
ActCounts *fixture_count            (Fixture         *self);
ActEventRecord *fixture_read        (Fixture         *self,
                                     gint64           row_id);
ActEventStatus  fixture_get_status  (Fixture         *self,
                                     gint64           row_id);
gsize      fixture_mark             (Fixture         *self,
                                     GArray          *row_ids,
                                     guint            undo_seconds);
GArray    *fixture_mark_first       (Fixture         *self,
                                     guint            n_rows,
                                     guint            undo_seconds);
guint      fixture_undo             (Fixture         *self);
guint      fixture_take_back        (Fixture         *self,
                                     gint64           row_id);

JsonArray *fixture_read_ledger      (Fixture         *self);
void       fixture_check_sent_once  (Fixture         *self,
                                     GArray          *row_ids);
void       fixture_check_changes    (Fixture         *self,
                                     const char      *method,
                                     guint            n_changes);
ActClient *fixture_new_client       (Fixture         *self);

/* One of the world's configurations, by its name. */
ActIntegrationConfiguration *
           fixture_get_configuration
                                    (Fixture         *self,
                                     const char      *name);

/* Waits until @condition holds for @data; an hour-long wait is a failed test, which meson ends. */
#define wait_until(condition)                   \
  G_STMT_START                                  \
    {                                           \
      while (!(condition))                      \
        g_main_context_iteration (NULL, TRUE);  \
    }                                           \
  G_STMT_END

void keep_result_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data);

G_END_DECLS
