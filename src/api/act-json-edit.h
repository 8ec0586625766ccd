/* JSON text changed here and there
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *act_json_edit_object (const char         *json,
                            const char * const *dropped,
                            const char         *added);
char *act_json_quote       (const char         *text);

G_END_DECLS
