/* Removing secrets from the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     act_secret_clear_async  (GHashTable           *key,
                                  guint                 patience_ms,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean act_secret_clear_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
