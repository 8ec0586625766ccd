/* Whether a text is JSON
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is nested deeper is none. */
#define ACT_JSON_GRAMMAR_MAX_DEPTH 64

gboolean act_json_grammar_is_valid (const char *text);

G_END_DECLS
