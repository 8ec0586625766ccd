/* What was overwritten in memory before it was freed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  wipe_watch_start (void);
guint wipe_watch_count (const char *text);

G_END_DECLS
