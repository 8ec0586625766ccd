/* The calls about credentials of other systems
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"
#include "act-credential.h"
#include "act-credential-type.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void           act_client_list_credentials_async        (ActClient                 *self,
                                                         const char                *next_token,
                                                         GCancellable              *cancellable,
                                                         GAsyncReadyCallback        callback,
                                                         gpointer                   user_data);
GPtrArray     *act_client_list_credentials_finish       (ActClient                 *self,
                                                         GAsyncResult              *result,
                                                         char                     **next_token,
                                                         GError                   **error);
void           act_client_create_credential_async       (ActClient                 *self,
                                                         const ActCredentialDraft  *draft,
                                                         GCancellable              *cancellable,
                                                         GAsyncReadyCallback        callback,
                                                         gpointer                   user_data);
ActCredential *act_client_create_credential_finish      (ActClient                 *self,
                                                         GAsyncResult              *result,
                                                         GError                   **error);
void           act_client_list_credential_fields_async  (ActClient                 *self,
                                                         const char                *system,
                                                         const char                *entity_type,
                                                         GCancellable              *cancellable,
                                                         GAsyncReadyCallback        callback,
                                                         gpointer                   user_data);
GPtrArray     *act_client_list_credential_fields_finish (ActClient                 *self,
                                                         GAsyncResult              *result,
                                                         GError                   **error);

G_END_DECLS
