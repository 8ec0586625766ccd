/* Which rows the events of some ids have
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

G_BEGIN_DECLS

void    act_session_find_events_async  (ActSession           *self,
                                        const char *const    *event_ids,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GArray *act_session_find_events_finish (ActSession           *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
