/* Times as the simulator writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *act_simulator_format_time (gint64      milliseconds) G_GNUC_WARN_UNUSED_RESULT;
gboolean act_simulator_parse_time  (const char *text,
                                    gint64     *milliseconds);

G_END_DECLS
