/* A session that a command waits for
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-command-target.h"
#include "act-session.h"

G_BEGIN_DECLS

GAsyncResult *act_command_wait        (GAsyncResult           **result);
void          act_command_take_result (GObject                 *source,
                                       GAsyncResult            *result,
                                       gpointer                 user_data);
ActSession   *act_command_open        (const ActCommandTarget  *target);
gboolean      act_command_close       (ActSession              *session);
gboolean      act_command_query       (const ActCommandTarget  *target,
                                       ActSession              *session,
                                       const ActQuery          *query,
                                       GArray                 **row_ids);

G_END_DECLS
