/* One call of the remote API, before it is sent
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"
#include "act-urgency.h"

G_BEGIN_DECLS

/**
 * ActRequest:
 * @method: the HTTP method
 * @path: the path after the base URL, escaped, beginning with a slash
 * @query: the query, escaped; may be empty
 * @content_type: (nullable): the type of @body
 * @body: (nullable): what is sent
 * @secrets: (nullable) (element-type utf8): what of @body nobody must see
 * @idempotent: whether sending it twice does the same as sending it once
 * @patience: milliseconds that its answer may take, or 0 for the usual time
 * @body_size: bytes that its decoded answer may have, or 0 for the usual size
 * @urgency: how soon it is to be sent
 *
 * Reference counted; not changed after it was handed on. With @secrets, these and the body are
 * overwritten when it is freed, and no error tells them.
 */
typedef struct
{
  char      *method;
  char      *path;
  GString   *query;
  char      *content_type;
  char      *body;
  GPtrArray *secrets;
  gboolean   idempotent;
  guint      patience;
  gsize      body_size;
  ActUrgency urgency;
} ActRequest;

ActRequest *act_request_new                (const char         *method,
                                            const char         *path);
ActRequest *act_request_new_for_events     (ActConnection      *connection,
                                            const char         *event_id);
ActRequest *act_request_new_for_collection (ActConnection      *connection,
                                            const char         *collection);
ActRequest *act_request_new_for_thing      (ActConnection      *connection,
                                            const char         *method,
                                            const char * const *segments);
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
void        act_request_take_json          (ActRequest         *self,
                                            char               *json);
void        act_request_add_secret         (ActRequest         *self,
                                            const char         *secret);
char       *act_request_describe           (ActRequest         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActRequest, act_request_unref)

G_END_DECLS
