/* What other events are about the same thing
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ActRelation:
 * @kinds: a bit for each #ActEventKind that is in it
 * @entity_id: (nullable): only events about this entity, by their entity or account id
 * @configuration_id: (nullable): only events of this integration configuration
 * @destination: (nullable): only events that name this other system, in any case, or none
 * @run_id: (nullable): only events about this run
 * @until: only events that are not newer than this, milliseconds since 1970 UTC, or
 *   %ACT_TIME_UNKNOWN
 * @row_id: the row id of an event that is among them whatever it names, or 0: the one that the
 *   follow-up began with
 *
 * Which open events a follow-up has put right. All that is set must hold; plain data that may cross
 * threads.
 */
typedef struct
{
  guint  kinds;
  char  *entity_id;
  char  *configuration_id;
  char  *destination;
  char  *run_id;
  gint64 until;
  gint64 row_id;
} ActRelation;

ActRelation *act_relation_new  (guint              kinds);
ActRelation *act_relation_copy (const ActRelation *self);
void         act_relation_free (ActRelation       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActRelation, act_relation_free)

G_END_DECLS
