/* Whether a connection would work, before it is kept
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-report.h"
#include "act-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void                 act_connection_test_async  (ActConnection        *connection,
                                                 const char           *secret,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
ActConnectionReport *act_connection_test_finish (GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
