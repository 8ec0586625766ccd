/* A session that a command waits for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-command-target.h"
#include "act-connections.h"

G_BEGIN_DECLS

GAsyncResult *act_command_wait        (GAsyncResult           **result);
void          act_command_take_result (GObject                 *source,
                                       GAsyncResult            *result,
                                       gpointer                 user_data);
ActSession   *act_command_open        (const ActCommandTarget  *target);
gboolean      act_command_close       (const ActCommandTarget  *target);
gboolean      act_command_find_secret (const ActCommandTarget  *target,
                                       GError                 **error);
gboolean      act_command_query       (const ActCommandTarget  *target,
                                       ActSession              *session,
                                       const ActQuery          *query,
                                       GArray                 **row_ids);

G_END_DECLS
