/* Who has the store open, and who alone synchronises it: locks on a file beside it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActStoreLock:
 *
 * Locks that belong to one open store, not to the process, and that the kernel takes back when the
 * process ends in whatever way. May be used by several threads, one at a time for each function.
 */
typedef struct _ActStoreLock ActStoreLock;

ActStoreLock *act_store_lock_new      (const char    *path,
                                       GError       **error);
void          act_store_lock_free     (ActStoreLock  *self);
gboolean      act_store_lock_enter    (ActStoreLock  *self,
                                       GCancellable  *cancellable,
                                       gboolean      *alone,
                                       GError       **error);
gboolean      act_store_lock_share    (ActStoreLock  *self,
                                       GError       **error);
gboolean      act_store_lock_try_sync (ActStoreLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreLock, act_store_lock_free)

G_END_DECLS
