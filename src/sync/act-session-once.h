/* A change that must not be made twice at the same time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"
#include "act-resource.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActSessionOnce:
 * @what: (nullable): which change of what, from act_session_once_begin() until it ends
 * @error: (nullable): why the call failed, while the server is looked at again
 * @free_value: frees what the task returns
 * @activity: (nullable): what is to be told of it, from act_session_once_send() until it ends
 *
 * What the data of a session's task that makes a change begins with. Two dialogs, or two presses of a
 * button, could ask for the same change while the first is under way.
 */
typedef struct
{
  char          *what;
  GError        *error;
  GDestroyNotify free_value;
  ActActivity   *activity;
} ActSessionOnce;

gboolean act_session_once_begin      (GTask              *task,
                                      char               *what);
void     act_session_once_send       (GTask              *task,
                                      ActActivityAction  action,
                                      const char         *target,
                                      const char         *detail);
void     act_session_once_set_target (GTask              *task,
                                      const char         *target);
void     act_session_once_end        (GTask              *task);
void     act_session_once_fail       (GTask              *task,
                                      GError             *error);
void     act_session_once_keep       (GTask              *task,
                                      ActResourceKind    kind,
                                      const char         *group,
                                      GPtrArray          *resources,
                                      gpointer           value,
                                      GDestroyNotify     free_value);
void     act_session_once_clear      (ActSessionOnce     *self);
gboolean act_session_is_worth_a_look (const GError       *error);
GError  *act_session_make_uncertain  (const GError       *error);
GError  *act_session_make_undone     (const GError       *error);

G_END_DECLS
