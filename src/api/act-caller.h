/* Calls with a token, and what they answer as plain data
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-json-decode.h"
#include "act-sender.h"
#include "act-token-source.h"

G_BEGIN_DECLS

#define ACT_TYPE_CALLER (act_caller_get_type ())

/**
 * ActCaller:
 *
 * Gives each call its token, renews that once when it is refused, and decodes what comes back. Main
 * thread only.
 */
G_DECLARE_FINAL_TYPE (ActCaller, act_caller, ACT, CALLER, GObject)

ActCaller  *act_caller_new                 (ActSender             *sender,
                                            ActTokenSource        *tokens);
void        act_caller_call_async          (ActCaller             *self,
                                            ActRequest            *request,
                                            const ActJsonDecoder  *decoder,
                                            GCancellable          *cancellable,
                                            GAsyncReadyCallback    callback,
                                            gpointer               user_data);
gboolean    act_caller_call_finish         (ActCaller             *self,
                                            GAsyncResult          *result,
                                            gpointer              *data,
                                            gint64                *asked_at,
                                            GError               **error);
const char *act_caller_get_organisation_id (ActCaller             *self);

G_END_DECLS
