/* What a command works on
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActCommandTarget:
 * @connection: the connection
 * @secret: (nullable): its secret; a command that asks the server for nothing does without
 * @folder: the folder of the stores
 * @is_demo: whether it is the demo
 * @verbose: whether each request is printed
 * @cancellable: cancelled when the user stops the command
 *
 * Plain data, which begins with zeroes.
 */
typedef struct
{
  ActConnection *connection;  /* (owned) */
  char          *secret;      /* (owned) (nullable) */
  char          *folder;      /* (owned) */
  gboolean       is_demo;
  gboolean       verbose;
  GCancellable  *cancellable; /* (owned) */
} ActCommandTarget;

/**
 * ActCommandDemoFunc:
 * @target: what to fill
 * @data: what was given with the function
 * @error: of %G_IO_ERROR, with a message for people
 *
 * Starts the demo, which lives until the command is over.
 *
 * Returns: whether it started
 */
typedef gboolean (*ActCommandDemoFunc) (ActCommandTarget *target,
                                        gpointer          data,
                                        GError          **error);

void act_command_target_clear (ActCommandTarget *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ActCommandTarget, act_command_target_clear)

G_END_DECLS
