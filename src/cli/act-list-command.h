/* The command that prints the open events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-command.h"

G_BEGIN_DECLS

ActCommandExit act_list_command_run (ActConnection *connection,
                                     const char    *secret,
                                     gboolean       json);

G_END_DECLS
