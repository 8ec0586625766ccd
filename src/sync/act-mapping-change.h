/* Creates a mapping that waited in the outbox, once
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-abilities.h"
#include "act-change-outcome.h"
#include "act-client.h"
#include "act-once.h"

G_BEGIN_DECLS

void              act_mapping_change_async  (ActClient            *client,
                                             ActAbilities         *abilities,
                                             ActOnce              *once,
                                             const ActChange      *change,
                                             gint64                patience_ms,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
ActChangeOutcome *act_mapping_change_finish (GAsyncResult         *result);

G_END_DECLS
