/* What the files of a connection share
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

/* What the connection that writes keeps of the file, in KiB. */
#define ACT_STORE_WRITER_CACHE "16384"

struct _ActStoreDatabase
{
  sqlite3           *handle;      /* (owned) (nullable): while it is open */
  char              *path;        /* (owned) (nullable) */
  GThread           *thread;      /* (unowned) (nullable): the one that opened it */
  GHashTable        *statements;  /* (owned): SQL text to statement */
  GHashTable        *remembered;  /* (owned): key to the number of a row, of this transaction's view */
  GHashTable        *prepared;    /* (owned): where an SQL text stands to what was prepared from it */
  GCancellable      *cancellable; /* (owned) (nullable): of the call that runs */
  int               *counter;     /* (unowned) (nullable): of what the call that runs has read */
  ActStoreDurability durability;
  gint64             data_version;
  gint64             remembered_version; /* the data version that @remembered is of */
  gboolean           altered;
  gboolean           follows_marks; /* whether transactions let the table of states follow marks */
  gboolean           words_due; /* whether the transaction has words to tell the index */
};

G_END_DECLS
