/* Reads single events back, to learn where they stand on the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActVerdict:
 * @page: the events that the server has, and when they were asked for
 * @gone: (element-type utf8): the ids of those that it has no more
 *
 * What reading events back has shown.
 */
typedef struct
{
  ActEventPage *page;
  GPtrArray    *gone;
} ActVerdict;

void        act_verdict_free  (ActVerdict           *self);
void        act_verify_async  (ActClient            *client,
                               const char * const   *event_ids,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
ActVerdict *act_verify_finish (GAsyncResult         *result,
                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActVerdict, act_verdict_free)

G_END_DECLS
