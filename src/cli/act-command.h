/* What the commands have in common
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-command-target.h"

G_BEGIN_DECLS

/**
 * ActCommandExit:
 * @ACT_COMMAND_DONE: it did everything
 * @ACT_COMMAND_FAILED: something failed, which stderr says
 * @ACT_COMMAND_MISUSED: the command line is not understood, or leaves open which connection is meant
 * @ACT_COMMAND_STOPPED: it was stopped by a signal, and ended in order
 *
 * What a command leaves the program with.
 */
typedef enum
{
  ACT_COMMAND_DONE = 0,
  ACT_COMMAND_FAILED = 1,
  ACT_COMMAND_MISUSED = 2,
  ACT_COMMAND_STOPPED = 130,
} ActCommandExit;

gboolean        act_command_is_known       (const char          *name);
char           *act_command_list_all       (void);
ActCommandExit  act_command_run            (int                  argc,
                                            char               **argv,
                                            ActCommandDemoFunc   start_demo,
                                            gpointer             data);
ActCommandExit  act_command_refuse         (GOptionContext      *context,
                                            const char          *complaint);
ActCommandExit  act_command_complain       (const char          *complaint);
char           *act_command_describe_error (const GError        *error);
void            act_command_print_error    (const GError        *error);

G_END_DECLS
