/* What is lost with a connection, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-counts.h"

G_BEGIN_DECLS

char *act_loss_text_events (const ActCounts *counts);
char *act_loss_text_unsent (GPtrArray       *groups,
                            GPtrArray       *changes,
                            guint           *n_changes);

G_END_DECLS
