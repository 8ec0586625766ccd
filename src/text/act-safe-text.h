/* Text from outside, made safe and honest to show
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *act_safe_text_line           (const char *text);
char    *act_safe_text_block          (const char *text);
char    *act_safe_text_block_n        (const char *text,
                                       gsize       max);
char    *act_safe_text_id             (const char *text);
gboolean act_safe_text_is_treacherous (gunichar    c);

G_END_DECLS
