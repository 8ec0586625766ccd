/* A keyring for tests, that can be locked, absent, or slow
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-keyring.h"

G_BEGIN_DECLS

#define MEMORY_TYPE_KEYRING (memory_keyring_get_type ())

G_DECLARE_FINAL_TYPE (MemoryKeyring, memory_keyring, MEMORY, KEYRING, GObject)

MemoryKeyring *memory_keyring_new         (void);
void           memory_keyring_set_failure (MemoryKeyring  *self,
                                           int             code);
void           memory_keyring_put         (MemoryKeyring  *self,
                                           ActConnection  *connection,
                                           const char     *secret);
const char    *memory_keyring_get         (MemoryKeyring  *self,
                                           ActConnection  *connection);
guint          memory_keyring_get_n_asked (MemoryKeyring  *self);

/* From now on questions wait until they are let go. */
void           memory_keyring_hold        (MemoryKeyring  *self);
void           memory_keyring_release     (MemoryKeyring  *self);

G_END_DECLS
