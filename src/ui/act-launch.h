/* What main hands over to the application: where to connect, and the demo's hooks
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

G_BEGIN_DECLS

typedef struct _ActLaunch ActLaunch;

/**
 * ActLaunchFunc:
 * @launch: the launch to change: its connection, secret and directory may be replaced
 * @data: what the launch holds as `demo_data`
 * @error: return location for a #GError
 *
 * Starts the demo, or puts it back to its beginning. No session is open while it is called. Main
 * thread; it must be quick.
 *
 * Returns: whether it succeeded; if not, the launch is unchanged
 */
typedef gboolean (*ActLaunchFunc) (ActLaunch  *launch,
                                   gpointer    data,
                                   GError    **error);

/**
 * ActLaunch:
 * @connection: (nullable): the connection to open; without it the window says why there is none
 * @secret: (nullable): the connection's secret
 * @directory: the folder of the stores
 * @is_demo: whether the connection is the built-in demo
 * @verbose: whether each request is printed on standard error
 * @problem: (nullable): why there is no connection, translated
 * @start_demo: (nullable): makes the launch a launch of the demo
 * @reset_demo: (nullable): forgets what was done in the demo
 * @demo_data: (nullable): handed to both
 */
struct _ActLaunch
{
  ActConnection *connection;
  char          *secret;
  char          *directory;
  gboolean       is_demo;
  gboolean       verbose;
  char          *problem;
  ActLaunchFunc  start_demo;
  ActLaunchFunc  reset_demo;
  gpointer       demo_data;
};

ActLaunch *act_launch_new            (void);
void       act_launch_free           (ActLaunch     *self);
void       act_launch_set_connection (ActLaunch     *self,
                                      ActConnection *connection,
                                      const char    *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActLaunch, act_launch_free)

G_END_DECLS
