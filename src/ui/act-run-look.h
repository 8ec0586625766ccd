/* How the outcome of a run looks
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-run-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void act_run_look_apply (GtkWidget     *widget,
                         ActRunOutcome  outcome);

G_END_DECLS
