/* The open events that a follow-up has put right
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-relation.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void    act_session_list_related_async  (ActSession           *self,
                                         const ActRelation    *relation,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GArray *act_session_list_related_finish (ActSession           *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
