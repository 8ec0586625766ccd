/* How fresh something is that was read
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActFreshness:
 * @read_at: when the server said so, milliseconds since 1970 UTC by the local clock, or
 *   %ACT_TIME_UNKNOWN when there is nothing
 * @error: (nullable): why the server could not be asked now; %NULL for what is fresh
 *
 * What the server answers is fresh. When it cannot be asked, what the store has is shown instead,
 * with its age and the reason.
 */
typedef struct
{
  gint64  read_at;
  GError *error;
} ActFreshness;

#define ACT_TYPE_FRESHNESS (act_freshness_get_type ())

GType         act_freshness_get_type  (void) G_GNUC_CONST;
ActFreshness *act_freshness_new       (gint64              read_at,
                                       const GError       *error);
ActFreshness *act_freshness_copy      (const ActFreshness *self);
void          act_freshness_free      (ActFreshness       *self);
gboolean      act_freshness_is_stale  (const ActFreshness *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActFreshness, act_freshness_free)

G_END_DECLS
