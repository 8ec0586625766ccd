/* The built-in demo: a simulator in this process, and a folder of its own
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-launch.h"

G_BEGIN_DECLS

/**
 * ActDemo:
 *
 * Its store and its server's state lie in one folder and live and die together. Main thread only.
 */
typedef struct _ActDemo ActDemo;

ActDemo *act_demo_new   (const char  *now);
void     act_demo_free  (ActDemo     *self);
gboolean act_demo_start (ActLaunch   *launch,
                         gpointer     demo,
                         GError     **error);
gboolean act_demo_reset (ActLaunch   *launch,
                         gpointer     demo,
                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActDemo, act_demo_free)

G_END_DECLS
