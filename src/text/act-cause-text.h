/* Causes in words for people
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-cause.h"

#include <glib.h>

G_BEGIN_DECLS

char *act_cause_text_message         (const ActCause *cause);
char *act_cause_text_name            (const ActCause *cause);
char *act_cause_text_time            (const ActCause *cause,
                                      gint64          now);
char *act_cause_text_count           (guint           count);
char *act_cause_text_select          (const ActCause *cause);
char *act_cause_text_accessible_name (const ActCause *cause,
                                      gint64          now);

G_END_DECLS
