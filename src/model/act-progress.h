/* How far a long piece of work on the store is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActStep:
 * @ACT_STEP_BACKING_UP: a copy is made before anything is changed; counted in bytes
 * @ACT_STEP_UPGRADING: tables are changed; cannot be counted
 * @ACT_STEP_INDEXING: what an older version kept is indexed; counted in rows
 * @ACT_STEP_DELETING: events are deleted; counted in rows
 * @ACT_STEP_COMPACTING: space is given back; cannot be counted
 * @ACT_STEP_MEASURING: what takes space is measured; cannot be counted
 * @ACT_STEP_WRITING: a store is written to a file; counted in rows
 * @ACT_STEP_READING: a file is read; counted in bytes
 * @ACT_STEP_MERGING: what a file holds is taken over; counted in bytes
 *
 * What a long piece of work is doing.
 */
typedef enum
{
  ACT_STEP_BACKING_UP,
  ACT_STEP_UPGRADING,
  ACT_STEP_INDEXING,
  ACT_STEP_DELETING,
  ACT_STEP_COMPACTING,
  ACT_STEP_MEASURING,
  ACT_STEP_WRITING,
  ACT_STEP_READING,
  ACT_STEP_MERGING,
} ActStep;

/**
 * ActProgressFunc:
 * @step: what is being done
 * @done: how much of it is done
 * @total: how much there is to do; 0 if it cannot be counted
 * @user_data: user data
 *
 * Told about ten times a second at most, in the main context of the caller, and never after the
 * call has answered.
 */
typedef void (*ActProgressFunc) (ActStep   step,
                                 gint64    done,
                                 gint64    total,
                                 gpointer  user_data);

G_END_DECLS
