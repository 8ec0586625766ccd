/* The command that synchronises a store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-command-arguments.h"
#include "act-command-target.h"
#include "act-command.h"

G_BEGIN_DECLS

ActCommandExit act_sync_command_run (const ActCommandTarget    *target,
                                    const ActCommandArguments *arguments);

G_END_DECLS
