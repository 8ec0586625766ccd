/* Secrets taken out of texts and memory
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for what nobody need see. */
#define ACT_REDACT_MASK "•••"

GError  *act_redact_error          (GError     *error,
                                    const char *secret);
GError  *act_redact_error_all      (GError     *error,
                                    GPtrArray  *secrets);
gboolean act_redact_is_secret_name (const char *name);
void     act_redact_free           (char       *secret);
GBytes  *act_redact_take_bytes     (GByteArray *array);

G_END_DECLS
