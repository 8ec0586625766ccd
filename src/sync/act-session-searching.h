/* What a query of the session's events finds, summed up
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-facets.h"
#include "act-query.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_session_list_facets_async  (ActSession           *self,
                                           const ActQuery       *query,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
ActFacets *act_session_list_facets_finish (ActSession           *self,
                                           GAsyncResult         *result,
                                           GError              **error);
guint      act_session_get_n_scanned      (ActSession           *self);

G_END_DECLS
