/* What the files of the application share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-application.h"
#include "act-connections.h"
#include "act-desktop-monitor.h"
#include "act-window.h"

G_BEGIN_DECLS

struct _ActApplication
{
  AdwApplication     parent_instance;

  ActLaunch         *launch;      /* (owned) (nullable) */
  GSettings         *settings;    /* (owned) (nullable) */
  ActConnections    *connections; /* (owned) (nullable) */
  ActDesktopMonitor *monitor;     /* (owned) (nullable) */
  GPtrArray         *known;       /* (owned) (element-type ActConnectionEntry): what was in the list */
  GHashTable        *notifiers;   /* (owned) (element-type ActConnectionEntry ActNotifier) */
  GPtrArray         *openings;    /* (owned): of the connections that are being opened */
  char              *wanted_id;   /* (owned) (nullable): of the connection that the next window shows */
  guint              open_id;     /* until the ones that are not shown are opened */
  GCancellable      *sending;     /* (owned) (nullable): while it sends without a window */
  guint              sending_id;  /* the end of that time */
  gboolean           reset_after_close;
};

/* act-application.c */
void                act_application_apply_conditions (ActApplication *self);
void                act_application_apply_settings   (ActApplication *self);
ActWindow          *act_application_get_window       (ActApplication *self);
ActConnectionEntry *act_application_get_entry        (ActApplication *self);
void                act_application_fill_window      (ActApplication *self,
                                                      ActWindow      *window);

/* act-application-actions.c */
void                act_application_add_actions      (ActApplication *self);

/* act-application-anew.c */
void                act_application_start_anew       (ActApplication *self);

/* act-application-closing.c */
void                act_application_close            (ActApplication     *self,
                                                      ActConnectionEntry *entry);
void                act_application_leave            (ActApplication     *self);
void                act_application_resume           (ActApplication     *self);

/* act-application-connections.c */
void                act_application_add_connection_actions    (ActApplication *self);
void                act_application_update_connection_actions (ActApplication *self);
void                act_application_load_connections          (ActApplication *self);
gboolean            act_application_manages                   (ActApplication *self);

/* act-application-demo.c */
void                act_application_add_demo_actions (ActApplication *self);
void                act_application_reset_demo       (ActApplication *self);

/* act-application-links.c */
void                act_application_open_links       (GApplication   *application,
                                                      GFile         **files,
                                                      int             n_files,
                                                      const char     *hint);

/* act-application-notifying.c */
void                act_application_update_notifiers (ActApplication *self);
void                act_application_watch_window     (ActApplication *self,
                                                      GtkWindow      *window);

/* act-application-opening.c */
void                act_application_free_opening     (gpointer            opening);
void                act_application_open             (ActApplication     *self,
                                                      ActConnectionEntry *entry);
void                act_application_open_all         (ActApplication     *self);
void                act_application_tell_progress    (ActApplication     *self,
                                                      ActReview          *review);

G_END_DECLS
