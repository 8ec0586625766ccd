/* One activity, as a list model holds it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-activity-entry.h"

struct _ActActivityEntry
{
  GObject parent_instance;

  ActActivity *activity; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ActActivityEntry, act_activity_entry, G_TYPE_OBJECT)

static void
act_activity_entry_finalize (GObject *object)
{
  act_activity_free (ACT_ACTIVITY_ENTRY (object)->activity);

  G_OBJECT_CLASS (act_activity_entry_parent_class)->finalize (object);
}

static void
act_activity_entry_class_init (ActActivityEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = act_activity_entry_finalize;
}

static void
act_activity_entry_init (ActActivityEntry *self)
{
}

/**
 * act_activity_entry_new:
 * @activity: (transfer full): an activity
 *
 * Returns: (transfer full): an entry
 */
ActActivityEntry *
act_activity_entry_new (ActActivity *activity)
{
  ActActivityEntry *self = g_object_new (ACT_TYPE_ACTIVITY_ENTRY, NULL);

  self->activity = activity;

  return self;
}

/**
 * act_activity_entry_get_activity:
 * @self: an entry
 *
 * Returns: (transfer none): its activity
 */
const ActActivity *
act_activity_entry_get_activity (ActActivityEntry *self)
{
  g_return_val_if_fail (ACT_IS_ACTIVITY_ENTRY (self), NULL);

  return self->activity;
}
