/* Why an integration was disabled, in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"

#include <glib.h>

G_BEGIN_DECLS

const char *act_cause_text_state   (ActCauseState  state);
const char *act_cause_text_reason  (ActCauseReason reason);
char       *act_cause_text_summary (GPtrArray     *causes);
guint       act_cause_text_count   (GPtrArray     *causes,
                                    ActCauseState  state);

G_END_DECLS
