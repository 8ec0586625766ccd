/* What is kept for the time without a network
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void act_session_get_offline_progress (ActSession *self,
                                       guint      *ready,
                                       guint      *total);
void act_session_set_keep_logs        (ActSession *self,
                                       gboolean    keep_logs);

G_END_DECLS
