/* The list of credentials, whole
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential.h"
#include "act-pages.h"

G_BEGIN_DECLS

void       act_credential_pages_list_async     (ActClient            *client,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray *act_credential_pages_make_resources (ActCredential       **credentials,
                                                guint                 n_credentials);

G_END_DECLS
