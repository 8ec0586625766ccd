/* One activity, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_TYPE_ACTIVITY_ENTRY (act_activity_entry_get_type ())

/**
 * ActActivityEntry:
 *
 * Holds an activity, and does not change. Main thread.
 */
G_DECLARE_FINAL_TYPE (ActActivityEntry, act_activity_entry, ACT, ACTIVITY_ENTRY, GObject)

ActActivityEntry  *act_activity_entry_new          (ActActivity      *activity);
const ActActivity *act_activity_entry_get_activity (ActActivityEntry *self);

G_END_DECLS
