/* All pages of a list of the server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-client.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ActPageAsk:
 * @client: a client
 * @arguments: (nullable) (array zero-terminated=1): what is listed
 * @next_token: (nullable): the cursor of the previous page
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Asks for one page.
 */
typedef void (*ActPageAsk) (ActClient           *client,
                            const char * const  *arguments,
                            const char          *next_token,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);

/**
 * ActPageFinish:
 * @client: the client
 * @result: what the callback got
 * @next_token: (out) (optional) (transfer full) (nullable): the cursor of the next page
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the page holds
 */
typedef GPtrArray *(*ActPageFinish) (ActClient     *client,
                                     GAsyncResult  *result,
                                     char         **next_token,
                                     GError       **error);

void       act_pages_list_async  (ActClient            *client,
                                  ActPageAsk            ask,
                                  ActPageFinish         finish,
                                  const char * const   *arguments,
                                  guint                 max_pages,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GPtrArray *act_pages_list_finish (ActClient            *client,
                                  GAsyncResult         *result,
                                  gboolean             *complete,
                                  GError              **error);

G_END_DECLS
