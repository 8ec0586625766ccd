/* The connections that were opened on this computer, without their secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

G_BEGIN_DECLS

GPtrArray *act_connection_list_load     (const char     *folder);
void       act_connection_list_remember (const char     *folder,
                                         ActConnection  *connection);
GPtrArray *act_connection_list_find     (GPtrArray      *connections,
                                         const char     *name);

G_END_DECLS
