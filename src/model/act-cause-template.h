/* What messages of the same fault have in common
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What lies behind so many bytes of a message does not count. */
#define ACT_CAUSE_TEMPLATE_MAX_LENGTH 4096

char *act_cause_template_make (const char        *message,
                               const char *const *ids);

G_END_DECLS
