/* Which libraries the requests go through
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *act_libraries_describe (void);

G_END_DECLS
