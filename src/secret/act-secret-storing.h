/* Putting a secret into the keyring
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

#include <gio/gio.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

void     act_secret_store_async  (ActConnection        *connection,
                                  SecretValue          *secret,
                                  guint                 patience_ms,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean act_secret_store_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
