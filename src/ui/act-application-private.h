/* What the files of the application share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-application.h"
#include "act-desktop-monitor.h"
#include "act-session.h"
#include "act-window.h"

G_BEGIN_DECLS

typedef struct _ActOpeningState ActOpeningState;

struct _ActApplication
{
  AdwApplication     parent_instance;

  ActLaunch         *launch;      /* (owned) (nullable) */
  GSettings         *settings;    /* (owned) (nullable) */
  ActSession        *session;     /* (owned) (nullable) */
  ActDesktopMonitor *monitor;     /* (owned) (nullable) */
  ActOpeningState   *opening;     /* (owned) (nullable): while a session is being opened */
  GCancellable      *sending;     /* (owned) (nullable): while it sends without a window */
  guint              sending_id;  /* the end of that time */
  gboolean           resumed; /* a window came while it was sending */
  gboolean           closing;
  gboolean           reset_after_close;
};

void       act_application_add_actions   (ActApplication *self);
void       act_application_apply_conditions (ActApplication *self);
void       act_application_apply_settings (ActApplication *self);
ActWindow *act_application_get_window    (ActApplication *self);
void       act_application_open_session  (ActApplication *self);
void       act_application_stop_opening  (ActApplication *self);
void       act_application_close_session (ActApplication *self);
void       act_application_start_anew    (ActApplication *self);
void       act_application_reset_demo    (ActApplication *self);

G_END_DECLS
