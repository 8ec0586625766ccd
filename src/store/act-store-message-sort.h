/* Sorts rows by their messages, with little memory
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-store-database.h"

G_BEGIN_DECLS

/**
 * ActStoreMessageBound:
 * @profile: a profile
 * @text: (nullable): none of its messages comes before this in the order that is asked for
 */
typedef struct
{
  gint64 profile;
  char  *text;
} ActStoreMessageBound;

/**
 * ActStoreMessageFirst:
 *
 * The first few of the rows that it was offered, by their messages.
 */
typedef struct _ActStoreMessageFirst ActStoreMessageFirst;

gboolean              act_store_message_sort           (ActStoreDatabase            *database,
                                                        gint64                      *row_ids,
                                                        gsize                        n_row_ids,
                                                        gboolean                     descending,
                                                        GError                     **error);
GArray               *act_store_message_bounds_new     (GArray                      *beginnings,
                                                        gboolean                     descending);
ActStoreMessageFirst *act_store_message_first_new      (ActStoreDatabase            *database,
                                                        guint                        limit,
                                                        gboolean                     descending);
void                  act_store_message_first_free     (ActStoreMessageFirst        *self);
gboolean              act_store_message_first_may_take (const ActStoreMessageFirst  *self,
                                                        const char                  *bound);
gboolean              act_store_message_first_offer    (ActStoreMessageFirst        *self,
                                                        gint64                       row_id,
                                                        GError                     **error);
GArray               *act_store_message_first_list     (const ActStoreMessageFirst  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActStoreMessageFirst, act_store_message_first_free)

G_END_DECLS
