/* How far a long piece of work is, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-progress.h"

G_BEGIN_DECLS

char *act_step_text (ActStep  step,
                     gint64   done,
                     gint64   total);

G_END_DECLS
