/* Changes that must not be made twice at the same time
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-session.h"

G_BEGIN_DECLS

gboolean act_session_begin_once      (ActSession    *self,
                                      const char    *what,
                                      GError       **error);
void     act_session_end_once        (ActSession    *self,
                                      const char    *what);
gboolean act_session_is_worth_a_look (const GError  *error);
GError  *act_session_make_uncertain  (const GError  *error);
GError  *act_session_make_undone     (const GError  *error);

G_END_DECLS
