/* The remote API, one async function a call
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-api-error.h"
#include "act-connection.h"
#include "act-event-page.h"
#include "act-network-log.h"
#include "act-urgency.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_CLIENT (act_client_get_type ())

/**
 * ActClient:
 *
 * Speaks to one organisation. Token, retries, rate limit, time-outs and the limits on what an
 * answer may be live here, never in callers. Main thread only. Errors are of the domain
 * %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED.
 */
G_DECLARE_FINAL_TYPE (ActClient, act_client, ACT, CLIENT, GObject)

/**
 * ActEventsRequest:
 * @page_size: 1 to 100
 * @event_type: (nullable): one of the API's four types, for example `IntegrationEvent`
 * @event_name: (nullable): one exact event name
 * @include_actioned: whether actioned events are listed
 * @next_token: (nullable): the cursor of the previous page
 * @urgency: how soon it is to be asked for
 *
 * Which page of events is asked for.
 */
typedef struct
{
  guint       page_size;
  const char *event_type;
  const char *event_name;
  gboolean    include_actioned;
  const char *next_token;
  ActUrgency  urgency;
} ActEventsRequest;

ActClient    *act_client_new                        (ActConnection           *connection,
                                                     const char              *secret);
ActClient    *act_client_new_impatient              (ActConnection           *connection,
                                                     const char              *secret);
void          act_client_set_connection             (ActClient               *self,
                                                     ActConnection           *connection);
void          act_client_set_key                    (ActClient               *self,
                                                     const char              *key_id,
                                                     const char              *secret);
gboolean      act_client_has_secret                 (ActClient               *self);
void          act_client_set_request_ceiling        (ActClient               *self,
                                                     guint                    requests_a_second);
void          act_client_drop_calls                 (ActClient               *self);
void          act_client_set_network_log            (ActClient               *self,
                                                     ActNetworkLog           *log);
const char   *act_client_get_token_organisation_id  (ActClient               *self);
void          act_client_sign_in_async              (ActClient               *self,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
gboolean      act_client_sign_in_finish             (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_check_organisation_async   (ActClient               *self,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
gboolean      act_client_check_organisation_finish  (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_list_events_async          (ActClient               *self,
                                                     const ActEventsRequest  *request,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
ActEventPage *act_client_list_events_finish         (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_read_events_async          (ActClient               *self,
                                                     const char * const      *event_ids,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
ActEventPage *act_client_read_events_finish         (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_read_event_async           (ActClient               *self,
                                                     const char              *event_id,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
ActEvent     *act_client_read_event_finish          (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_mark_actioned_async        (ActClient               *self,
                                                     const char              *event_id,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
gboolean      act_client_mark_actioned_finish       (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_list_event_names_async     (ActClient               *self,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
char        **act_client_list_event_names_finish    (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_list_account_names_async   (ActClient               *self,
                                                     const char * const      *account_ids,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
GPtrArray    *act_client_list_account_names_finish  (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);
void          act_client_read_entity_name_async     (ActClient               *self,
                                                     const char              *entity_type,
                                                     const char              *entity_id,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 user_data);
char         *act_client_read_entity_name_finish    (ActClient               *self,
                                                     GAsyncResult            *result,
                                                     GError                 **error);

G_END_DECLS
