/* JSON text cut out of JSON text
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *act_json_slice_array (const char *text,
                                 const char *member);

G_END_DECLS
