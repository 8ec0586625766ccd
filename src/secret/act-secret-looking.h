/* Reading a secret from the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void  act_secret_look_up_async  (GHashTable           *key,
                                 guint                 patience_ms,
                                 gboolean              may_ask,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
char *act_secret_look_up_finish (GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
