/* A set of small numbers
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ActStoreBits:
 *
 * A bit for each number from 0 on. Plain data.
 */
typedef struct _ActStoreBits ActStoreBits;

ActStoreBits *act_store_bits_new  (void);
void          act_store_bits_free (ActStoreBits       *self);
void          act_store_bits_add  (ActStoreBits       *self,
                                   gint64              number);
gboolean      act_store_bits_has  (const ActStoreBits *self,
                                   gint64              number);
gint64        act_store_bits_next (const ActStoreBits *self,
                                   gint64              number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreBits, act_store_bits_free)

G_END_DECLS
