/* Looking which secrets the keyring has, without opening it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       act_secret_reach_async  (GHashTable           *key,
                                    guint                 patience_ms,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GPtrArray *act_secret_reach_finish (GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
