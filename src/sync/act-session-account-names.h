/* What many accounts are called
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-name.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_account_names_async  (ActSession           *self,
                                                  const char *const    *account_ids,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray *act_session_list_account_names_finish (ActSession           *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
