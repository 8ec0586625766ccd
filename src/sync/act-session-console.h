/* Where the Console of a connection is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

G_BEGIN_DECLS

const char *act_session_get_console_address (ActSession  *self);
gboolean    act_session_set_console_address (ActSession  *self,
                                             const char  *address,
                                             GError     **error);

G_END_DECLS
