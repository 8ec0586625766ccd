/* Times as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean act_time_parse_iso8601  (const char *text,
                                  gint64     *milliseconds);
char    *act_time_format_iso8601 (gint64      milliseconds);
gint64   act_time_now            (void);

G_END_DECLS
