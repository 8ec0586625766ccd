/* A connection as a group of a key file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

G_BEGIN_DECLS

ActConnection *act_connection_group_read  (GKeyFile       *file,
                                           const char     *group,
                                           GError        **error);
void           act_connection_group_write (GKeyFile       *file,
                                           const char     *group,
                                           ActConnection  *connection);

G_END_DECLS
