/* Names by which connections are told apart
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *act_connection_name_dup_problem (GListModel    *connections,
                                       ActConnection *connection);

G_END_DECLS
