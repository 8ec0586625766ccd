/* What must hold of JSON text before it may be parsed
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACT_JSON_MAX_DEPTH  64
#define ACT_JSON_MAX_VALUES 1000000

char *act_json_guard_clean (GBytes  *bytes,
                            GError **error);

G_END_DECLS
