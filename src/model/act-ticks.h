/* The set of ticked rows
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_TICKS (act_ticks_get_type ())

/**
 * ActTicks:
 *
 * Which rows are ticked: single row ids, or a frozen copy of all the row ids of one moment with
 * exceptions, so that ticking a million rows loads none. Rows that come later are never in it.
 * The signal `changed` is emitted once for each call that changes the set.
 */
G_DECLARE_FINAL_TYPE (ActTicks, act_ticks, ACT, TICKS, GObject)

ActTicks *act_ticks_new      (void);
gboolean  act_ticks_contains (ActTicks     *self,
                              gint64        row_id);
gsize     act_ticks_get_size (ActTicks     *self);
GArray   *act_ticks_get_ids  (ActTicks     *self);
void      act_ticks_set      (ActTicks     *self,
                              gint64        row_id,
                              gboolean      ticked);
void      act_ticks_set_many (ActTicks     *self,
                              const gint64 *row_ids,
                              gsize         n_row_ids,
                              gboolean      ticked);
void      act_ticks_set_all  (ActTicks     *self,
                              const gint64 *row_ids,
                              gsize         n_row_ids);
void      act_ticks_clear    (ActTicks     *self);

G_END_DECLS
