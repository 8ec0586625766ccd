/* Requests that were sent, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-network-log.h"

G_BEGIN_DECLS

char *act_network_text_status (ActNetworkCall *call);
char *act_network_text_line   (ActNetworkCall *call);
void  act_network_text_print  (ActNetworkLog  *log,
                               const char     *name);

G_END_DECLS
