/* Credentials of other systems: reading and making them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-credential-type.h"
#include "act-credential.h"
#include "act-freshness.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void           act_session_list_credentials_async        (ActSession           *self,
                                                          const char           *system,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray     *act_session_list_credentials_finish       (ActSession           *self,
                                                          GAsyncResult         *result,
                                                          ActFreshness        **freshness,
                                                          GError              **error);
void           act_session_list_credential_fields_async  (ActSession           *self,
                                                          const char           *system,
                                                          const char           *entity_type,
                                                          const char           *type,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray     *act_session_list_credential_fields_finish (ActSession           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void           act_session_create_credential_async       (ActSession           *self,
                                                          ActCredentialDraft   *draft,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
ActCredential *act_session_create_credential_finish      (ActSession           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
