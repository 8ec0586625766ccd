/* Times and dates in words for people, in local time or in UTC
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void       act_time_text_set_utc  (gboolean utc);
GTimeZone *act_time_text_get_zone (void);
char      *act_time_text_short    (gint64   milliseconds,
                                   gint64   now);
char      *act_time_text_spoken   (gint64   milliseconds,
                                   gint64   now);
char      *act_time_text_second (gint64   milliseconds);
char      *act_time_text_exact    (gint64   milliseconds);
char      *act_time_text_as_of    (gint64   milliseconds,
                                   gint64   now);

G_END_DECLS
