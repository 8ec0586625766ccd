/* What a command works on
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whoever runs a command need not know what it is made of. */
typedef struct _ActConnections     ActConnections;
typedef struct _ActConnectionEntry ActConnectionEntry;

/**
 * ActCommandTarget:
 * @connections: the list that it is in
 * @entry: the connection
 * @connection: (nullable): what the demo has
 * @secret: (nullable): what the demo or the environment has, until the list has it
 * @folder: the folder of the stores
 * @is_demo: whether it is the demo
 * @verbose: whether each request is printed
 * @cancellable: cancelled when the user stops the command
 *
 * Plain data, which begins with zeroes.
 */
typedef struct
{
  ActConnections     *connections; /* (owned) */
  ActConnectionEntry *entry;       /* (owned) */
  ActConnection      *connection;  /* (owned) (nullable) */
  char               *secret;      /* (owned) (nullable) */
  char               *folder;      /* (owned) */
  gboolean            is_demo;
  gboolean            verbose;
  GCancellable       *cancellable; /* (owned) */
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
