/* Which connection a command works on
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-command-arguments.h"
#include "act-command-target.h"
#include "act-command.h"

G_BEGIN_DECLS

ActCommandExit act_connection_choice_make (ActCommandTarget          *target,
                                           const ActCommandArguments *arguments,
                                           gboolean                   needs_secret);

G_END_DECLS
