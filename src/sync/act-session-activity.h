/* What was done from this computer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_activities_async      (ActSession           *self,
                                                   const char           *text,
                                                   guint                 actions,
                                                   gint64                before,
                                                   guint                 limit,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GPtrArray *act_session_list_activities_finish     (ActSession           *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void       act_session_list_activity_items_async  (ActSession           *self,
                                                   gint64                number,
                                                   guint                 first,
                                                   guint                 limit,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GPtrArray *act_session_list_activity_items_finish (ActSession           *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
