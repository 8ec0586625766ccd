/* The connections that were opened on this computer, without their secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

G_BEGIN_DECLS

void act_connection_list_remember (const char     *folder,
                                   ActConnection  *connection);

G_END_DECLS
