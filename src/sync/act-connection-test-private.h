/* The test of a connection, with a time limit that tests set
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-test.h"

G_BEGIN_DECLS

void act_connection_test_within_async (ActConnection       *connection,
                                       const char          *secret,
                                       guint                milliseconds,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);

G_END_DECLS
