/* Dates as a person types them into a search
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean act_search_date_is_valid (const char *text);
gboolean act_search_date_resolve  (const char *text,
                                   gint64      now,
                                   GTimeZone  *zone,
                                   gint64     *from,
                                   gint64     *until);

G_END_DECLS
