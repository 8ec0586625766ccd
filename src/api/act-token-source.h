/* The token that the other calls carry
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-clock.h"
#include "act-sender.h"

G_BEGIN_DECLS

#define ACT_TYPE_TOKEN_SOURCE (act_token_source_get_type ())

/**
 * ActTokenSource:
 *
 * Gets tokens with a key and its secret, and keeps the last one while it is good. However many
 * callers wait for one, it is asked for once. Secret and token are in memory only. Main thread only.
 */
G_DECLARE_FINAL_TYPE (ActTokenSource, act_token_source, ACT, TOKEN_SOURCE, GObject)

ActTokenSource *act_token_source_new                 (ActSender            *sender,
                                                      ActClock             *clock,
                                                      const char           *key_id,
                                                      const char           *secret);
void            act_token_source_set_key             (ActTokenSource       *self,
                                                      const char           *key_id,
                                                      const char           *secret);
gboolean        act_token_source_has_secret          (ActTokenSource       *self);
void            act_token_source_get_async           (ActTokenSource       *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
char           *act_token_source_get_finish          (ActTokenSource       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
const char     *act_token_source_get_organisation_id (ActTokenSource       *self);
gboolean        act_token_source_discard             (ActTokenSource       *self,
                                                      const char           *token);
void            act_token_source_note_refusal        (ActTokenSource       *self,
                                                      const char           *token);
void            act_token_source_stop                (ActTokenSource       *self);

G_END_DECLS
