/* Reads a store's file, which may hold anything
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-port-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActPortReader:
 *
 * Reads line by line, and trusts nothing. It blocks, so it is used by one thread at a time that is
 * not the main one.
 */
typedef struct _ActPortReader ActPortReader;

ActPortReader     *act_port_reader_new          (GFile          *file);
void               act_port_reader_free         (ActPortReader  *self);
gboolean           act_port_reader_open         (ActPortReader  *self,
                                                 GCancellable   *cancellable,
                                                 GError        **error);
GPtrArray         *act_port_reader_read         (ActPortReader  *self,
                                                 GCancellable   *cancellable,
                                                 GError        **error);
const ActPortHead *act_port_reader_get_head     (ActPortReader  *self);
const char        *act_port_reader_get_checksum (ActPortReader  *self);
void               act_port_reader_get_progress (ActPortReader  *self,
                                                 gint64         *done,
                                                 gint64         *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActPortReader, act_port_reader_free)

G_END_DECLS
