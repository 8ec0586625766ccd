/* Opens a store's file: makes, upgrades, sets aside or only views it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"
#include "act-store-lock.h"
#include "act-store-progress.h"

G_BEGIN_DECLS

/**
 * ActStoreOpening:
 * @path: the file
 * @reader: how a second connection is to be opened
 * @read_only: whether the store cannot be written
 * @set_aside_path: (nullable): where a damaged store was put
 * @lock: (nullable): the lock; %NULL where the store cannot be written
 * @progress: (nullable): told how far an upgrade is
 *
 * What came of opening a store. Plain data that may cross threads.
 */
typedef struct
{
  char             *path;
  ActStoreAccess    reader;
  gboolean          read_only;
  char             *set_aside_path;
  ActStoreLock     *lock;
  ActStoreProgress *progress;
} ActStoreOpening;

ActStoreOpening *act_store_opening_new  (const char        *path,
                                         ActStoreProgress  *progress);
void             act_store_opening_free (ActStoreOpening   *self);
gboolean         act_store_opening_run  (ActStoreOpening   *self,
                                         ActStoreDatabase  *database,
                                         GCancellable      *cancellable,
                                         GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreOpening, act_store_opening_free)

G_END_DECLS
