/* By what a secret is found in the keyring, and what it is called there
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

#include <libsecret/secret.h>

G_BEGIN_DECLS

const SecretSchema *act_secret_key_get_schema       (void);
GHashTable         *act_secret_key_build            (ActConnection *connection);
GHashTable         *act_secret_key_build_for_any    (ActConnection *connection);
char               *act_secret_key_build_label      (ActConnection *connection);
gboolean            act_secret_key_is_same          (GHashTable    *key,
                                                     GHashTable    *other);

G_END_DECLS
