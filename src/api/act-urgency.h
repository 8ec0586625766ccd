/* How soon a request is to be sent
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActUrgency:
 * @ACT_URGENCY_NOW: somebody waits for its answer
 * @ACT_URGENCY_NEXT: nobody waits, but of what nobody waits for it comes first
 * @ACT_URGENCY_STEADY: nobody waits for it
 * @ACT_N_URGENCIES: how many there are
 */
typedef enum
{
  ACT_URGENCY_NOW,
  ACT_URGENCY_NEXT,
  ACT_URGENCY_STEADY,
  ACT_N_URGENCIES,
} ActUrgency;

G_END_DECLS
