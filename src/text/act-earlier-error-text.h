/* Why an integration was disabled, in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-earlier-error.h"

#include <glib.h>

G_BEGIN_DECLS

const char *act_earlier_error_text_state   (ActEarlierErrorState  state);
const char *act_earlier_error_text_reason  (ActEarlierErrorReason reason);
char       *act_earlier_error_text_summary (GPtrArray     *causes);
guint       act_earlier_error_text_count   (GPtrArray     *causes,
                                    ActEarlierErrorState  state);

G_END_DECLS
