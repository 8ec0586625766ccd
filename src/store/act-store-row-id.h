/* Row ids: event time and a hash of the event id in one number that sorts by time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many places are tried for an event before the store gives up. */
#define ACT_ROW_ID_MAX_ATTEMPTS (1u << 16)

gint64 act_row_id_make     (gint64      time,
                            const char *event_id,
                            guint       attempt);
gint64 act_row_id_first_at (gint64      time);
gint64 act_row_id_get_time (gint64      row_id);

G_END_DECLS
