/* Why an integration was disabled, as far as events tell
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-earlier-error.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_earlier_errors_async  (ActSession           *self,
                                           const char           *configuration_id,
                                           gint64                before,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *act_session_list_earlier_errors_finish (ActSession           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
