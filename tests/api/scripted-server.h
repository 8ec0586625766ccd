/* A server that answers what a test tells it to, however wrong
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "script-request.h"

G_BEGIN_DECLS

/* What the server does with a request instead of answering it. */
typedef enum
{
  SCRIPT_ANSWER,
  SCRIPT_DROP,  /* close without a byte */
  SCRIPT_HANG,  /* keep the connection and say nothing */
  SCRIPT_DRIP,  /* a good beginning, then a byte now and then, for ever */
  SCRIPT_STALL, /* a good beginning, then nothing */
  SCRIPT_CUT,   /* close in the middle of the body */
  SCRIPT_FLOOD, /* a body without an end, as fast as possible */
  SCRIPT_LARGE, /* a body of 1 GiB that says so, as fast as possible */
} ScriptBehaviour;

typedef struct _ScriptedServer ScriptedServer;

ScriptedServer      *scripted_server_new            (GTlsCertificate *certificate);
void                 scripted_server_free           (ScriptedServer  *self);
void                 scripted_server_tunnel_to      (ScriptedServer  *self,
                                                     GTlsCertificate *certificate);
char                *scripted_server_get_url        (ScriptedServer  *self);
void                 scripted_server_answer         (ScriptedServer  *self,
                                                     guint            status,
                                                     const char      *body);
void                 scripted_server_answer_with    (ScriptedServer  *self,
                                                     guint            status,
                                                     const char      *headers,
                                                     const char      *body,
                                                     gssize           size);
void                 scripted_server_answer_token   (ScriptedServer  *self,
                                                     guint            status,
                                                     const char      *body);
void                 scripted_server_answer_token_with
                                                    (ScriptedServer  *self,
                                                     guint            status,
                                                     const char      *headers,
                                                     const char      *body);
void                 scripted_server_refuse         (ScriptedServer  *self,
                                                     const char      *token);
void                 scripted_server_behave         (ScriptedServer  *self,
                                                     ScriptBehaviour  behaviour);
gsize                scripted_server_get_written    (ScriptedServer  *self);
guint                scripted_server_count          (ScriptedServer  *self);
guint                scripted_server_count_tokens   (ScriptedServer  *self);
const ScriptRequest *scripted_server_get            (ScriptedServer  *self,
                                                     guint            index);
const ScriptRequest *scripted_server_get_token_call (ScriptedServer  *self,
                                                     guint            index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScriptedServer, scripted_server_free)

G_END_DECLS
