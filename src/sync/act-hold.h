/* The undo time: one clock for all marks that can still be undone
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_HOLD (act_hold_get_type ())

/**
 * ActHold:
 *
 * Counts down the undo time. Each new mark starts it afresh for all of them, so that one Undo
 * covers what one glance has seen. The clock is monotonic: setting the computer's clock neither
 * shortens nor lengthens it. Main thread. The signal `ended` says that it is over.
 */
G_DECLARE_FINAL_TYPE (ActHold, act_hold, ACT, HOLD, GObject)

ActHold *act_hold_new        (void);
void     act_hold_start      (ActHold  *self,
                              guint     milliseconds);
void     act_hold_set_paused (ActHold  *self,
                              gboolean  paused);
void     act_hold_stop       (ActHold  *self);

G_END_DECLS
