/* Where the Console of a connection is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

const char *act_session_get_console_address        (ActSession           *self);
void        act_session_set_console_address_async  (ActSession           *self,
                                                    const char           *address,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean    act_session_set_console_address_finish (ActSession           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
