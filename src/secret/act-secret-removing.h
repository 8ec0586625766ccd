/* Removing found secrets from the keyring, one after the other
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     act_secret_remove_async  (GPtrArray            *items,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean act_secret_remove_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
