/* One call of the remote API, before it is sent
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

G_BEGIN_DECLS

/**
 * ActRequest:
 * @method: the HTTP method
 * @path: the path after the base URL, escaped, beginning with a slash
 * @query: the query, escaped; may be empty
 * @content_type: (nullable): the type of @body
 * @body: (nullable): what is sent
 * @idempotent: whether sending it twice does the same as sending it once
 *
 * Reference counted; not changed after it was handed on. Never holds a secret.
 */
typedef struct
{
  char    *method;
  char    *path;
  GString *query;
  char    *content_type;
  char    *body;
  gboolean idempotent;
} ActRequest;

ActRequest *act_request_new                (const char         *method,
                                            const char         *path);
ActRequest *act_request_new_for_events     (ActConnection      *connection,
                                            const char         *event_id);
ActRequest *act_request_new_for_collection (ActConnection      *connection,
                                            const char         *collection);
ActRequest *act_request_new_to_mark        (ActConnection      *connection,
                                            const char         *event_id);
ActRequest *act_request_ref                (ActRequest         *self);
void        act_request_unref              (ActRequest         *self);
void        act_request_add                (ActRequest         *self,
                                            const char         *name,
                                            const char         *value);
void        act_request_add_list           (ActRequest         *self,
                                            const char         *name,
                                            const char * const *values);
char       *act_request_describe           (ActRequest         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActRequest, act_request_unref)

G_END_DECLS
