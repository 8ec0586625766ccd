/* How many events there are of what, and how many changes wait
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-event-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActCounts:
 * @open_by_kind: open events of each kind
 * @all_by_kind: all events of each kind, actioned ones too
 * @held: marks that can still be undone by the toast
 * @waiting: marks and other changes that the server has not confirmed, held ones included
 * @local: marks kept on this device only, since the API does not accept marking
 * @refused: marks that the server refused
 * @refused_changes: other changes that the user should look at: the server refused them or has no
 *   such call, or what came of them needs a word
 *
 * Plain data that may cross threads.
 */
typedef struct
{
  guint open_by_kind[ACT_N_EVENT_KINDS];
  guint all_by_kind[ACT_N_EVENT_KINDS];
  guint held;
  guint waiting;
  guint local;
  guint refused;
  guint refused_changes;
} ActCounts;

#define ACT_TYPE_COUNTS (act_counts_get_type ())

GType      act_counts_get_type   (void) G_GNUC_CONST;
ActCounts *act_counts_copy       (const ActCounts *self);
void       act_counts_free       (ActCounts       *self);
gboolean   act_counts_equal      (const ActCounts *self,
                                  const ActCounts *other);
guint      act_counts_get_open   (const ActCounts *self);
guint      act_counts_get_all    (const ActCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActCounts, act_counts_free)

G_END_DECLS
