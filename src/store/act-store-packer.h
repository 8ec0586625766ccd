/* Payloads made short for the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActStorePacker:
 *
 * Belongs to one thread at a time. No I/O.
 */
typedef struct _ActStorePacker ActStorePacker;

/* The texts of the row that a payload is packed against: id, message, entity id, run id. */
#define ACT_STORE_N_KNOWN 4

ActStorePacker *act_store_packer_new    (void);
void            act_store_packer_free   (ActStorePacker     *self);
guint8         *act_store_packer_pack   (ActStorePacker     *self,
                                         const char         *text,
                                         gsize               length,
                                         const char * const *known,
                                         gsize              *packed_length);
char           *act_store_packer_unpack (ActStorePacker     *self,
                                         const guint8       *packed,
                                         gsize               packed_length,
                                         const char * const *known,
                                         gsize              *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStorePacker, act_store_packer_free)

G_END_DECLS
