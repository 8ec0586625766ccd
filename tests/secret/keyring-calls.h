/* Calls of a keyring that wait for their answers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-keyring.h"

G_BEGIN_DECLS

void           result_cb         (GObject        *source,
                                  GAsyncResult   *result,
                                  gpointer        user_data);
void           wait_for_result   (GAsyncResult  **result);
ActConnection *new_connection    (const char     *base_url,
                                  const char     *organisation,
                                  const char     *key_id);
gboolean       try_to_store      (ActKeyring     *keyring,
                                  ActConnection  *connection,
                                  const char     *secret,
                                  GError        **error);
gboolean       try_to_clear      (ActKeyring     *keyring,
                                  ActConnection  *connection,
                                  GError        **error);
char          *try_to_look_up    (ActKeyring     *keyring,
                                  ActConnection  *connection,
                                  GError        **error);
void           store_secret      (ActKeyring     *keyring,
                                  ActConnection  *connection,
                                  const char     *secret);
void           clear_secrets     (ActKeyring     *keyring,
                                  ActConnection  *connection);
void           check_secret      (ActKeyring     *keyring,
                                  ActConnection  *connection,
                                  const char     *expected);
void           check_no_secret   (ActKeyring     *keyring,
                                  ActConnection  *connection,
                                  ActKeyringError code);

G_END_DECLS
