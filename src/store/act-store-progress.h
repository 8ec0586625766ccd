/* Tells the main thread how far a job of a store's thread is
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-progress.h"

G_BEGIN_DECLS

/**
 * ActStoreProgress:
 *
 * Made in the context that is to be told; used by one other thread.
 */
typedef struct _ActStoreProgress ActStoreProgress;

ActStoreProgress *act_store_progress_new    (ActProgressFunc    func,
                                             gpointer           user_data);
void              act_store_progress_unref  (ActStoreProgress  *self);
void              act_store_progress_report (ActStoreProgress  *self,
                                             ActStep            step,
                                             gint64             done,
                                             gint64             total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreProgress, act_store_progress_unref)

G_END_DECLS
