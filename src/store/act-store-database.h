/* One connection to the store's file, used by one thread
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActStoreAccess:
 * @ACT_STORE_ACCESS_WRITE: read and write
 * @ACT_STORE_ACCESS_QUERY: beside a writer, never writes
 * @ACT_STORE_ACCESS_VIEW: a file that cannot be written
 * @ACT_STORE_ACCESS_IMMUTABLE: the same where not even a lock can be taken
 * @ACT_STORE_ACCESS_COPY: a file that is being made; kept without a log beside it
 * @ACT_STORE_ACCESS_SALVAGE: a damaged file; never writes, and reads a file that was cut off
 *
 * What a connection may do.
 */
typedef enum
{
  ACT_STORE_ACCESS_WRITE,
  ACT_STORE_ACCESS_QUERY,
  ACT_STORE_ACCESS_VIEW,
  ACT_STORE_ACCESS_IMMUTABLE,
  ACT_STORE_ACCESS_COPY,
  ACT_STORE_ACCESS_SALVAGE,
} ActStoreAccess;

/**
 * ActStoreDurability:
 * @ACT_STORE_FETCHED: what the server can tell again
 * @ACT_STORE_USER_CHANGE: what only the user can tell; on the disk before the call answers
 */
typedef enum
{
  ACT_STORE_FETCHED,
  ACT_STORE_USER_CHANGE,
} ActStoreDurability;

/**
 * ActStoreDatabase:
 *
 * Belongs to the thread that opened it, which every function asserts.
 */
typedef struct _ActStoreDatabase ActStoreDatabase;

typedef gboolean (*ActStoreTransactionFunc) (ActStoreDatabase *database,
                                             gpointer          data,
                                             GError          **error);

ActStoreDatabase *act_store_database_new             (void);
void              act_store_database_free            (ActStoreDatabase         *self);
gboolean          act_store_database_open            (ActStoreDatabase         *self,
                                                      const char               *path,
                                                      ActStoreAccess            access,
                                                      GError                  **error);
void              act_store_database_close           (ActStoreDatabase         *self);
void              act_store_database_rest            (ActStoreDatabase         *self);
const char       *act_store_database_get_path        (ActStoreDatabase         *self);
sqlite3          *act_store_database_get_handle      (ActStoreDatabase         *self);
void              act_store_database_set_cancellable (ActStoreDatabase         *self,
                                                      GCancellable             *cancellable);
void              act_store_database_set_counter     (ActStoreDatabase         *self,
                                                      int                      *counter);
void              act_store_database_count           (ActStoreDatabase         *self);
gboolean          act_store_database_set_error_if_cancelled
                                                     (ActStoreDatabase         *self,
                                                      GError                  **error);
gboolean          act_store_database_execute         (ActStoreDatabase         *self,
                                                      const char               *sql,
                                                      GError                  **error);
ActStatement     *act_store_database_prepare         (ActStoreDatabase         *self,
                                                      const char               *sql,
                                                      GError                  **error);
gboolean          act_store_database_read_int        (ActStoreDatabase         *self,
                                                      const char               *sql,
                                                      gint64                   *value,
                                                      GError                  **error);
gboolean          act_store_database_transact        (ActStoreDatabase         *self,
                                                      ActStoreDurability        durability,
                                                      ActStoreTransactionFunc   func,
                                                      gpointer                  data,
                                                      GError                  **error);
gboolean          act_store_database_transact_many   (ActStoreDatabase         *self,
                                                      guint                     n_rows,
                                                      ActStoreDurability        durability,
                                                      ActStoreTransactionFunc   func,
                                                      gpointer                  data,
                                                      GError                  **error);
void              act_store_database_set_complete    (ActStoreDatabase         *self);
gboolean          act_store_database_follow_marks    (ActStoreDatabase         *self,
                                                      GError                  **error);
gboolean          act_store_database_read            (ActStoreDatabase         *self,
                                                      ActStoreTransactionFunc   func,
                                                      gpointer                  data,
                                                      GError                  **error);
void              act_store_database_remember        (ActStoreDatabase         *self,
                                                      const char               *key,
                                                      gint64                    number);
gboolean          act_store_database_recall          (ActStoreDatabase         *self,
                                                      const char               *key,
                                                      gint64                   *number);
void              act_store_database_forget          (ActStoreDatabase         *self);
guint             act_store_database_get_changes     (ActStoreDatabase         *self);
gint64            act_store_database_get_last_id     (ActStoreDatabase         *self);
void              act_store_database_note_altered    (ActStoreDatabase         *self);
gboolean          act_store_database_take_altered    (ActStoreDatabase         *self);
gboolean          act_store_database_check_version   (ActStoreDatabase         *self,
                                                      gboolean                 *others_wrote,
                                                      GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreDatabase, act_store_database_free)

G_END_DECLS
