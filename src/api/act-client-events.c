/* The calls about events
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-client-private.h"

#include "act-event-json.h"

#define MAX_PAGE_SIZE      100
#define DEFAULT_EVENT_TYPE "IntegrationEvent"

static ActEventPage *
finish_page (ActClient    *self,
             GAsyncResult *result,
             gpointer      source_tag,
             GError      **error)
{
  gpointer      data = NULL;
  gint64        asked_at = 0;
  ActEventPage *page = NULL;

  if (!act_client_call_finish (self, result, source_tag, &data, &asked_at, error))
    return NULL;

  page = data;
  page->asked_at = asked_at;

  return page;
}

/**
 * act_client_list_events_async:
 * @self: a client
 * @request: which page; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called with the page
 * @user_data: for @callback
 *
 * Lists events, the newest first. Without an event type the type of the five integration error
 * events is asked for. %ACT_API_ERROR_PAGE_TOO_LARGE asks the caller to start again with half the
 * page size. Main thread only.
 */
void
act_client_list_events_async (ActClient              *self,
                              const ActEventsRequest *request,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  g_autoptr (ActRequest) call = NULL;
  g_autofree char *page_size = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (request != NULL);

  page_size = g_strdup_printf ("%u", CLAMP (request->page_size, 1, MAX_PAGE_SIZE));

  call = act_request_new_for_events (act_client_get_connection (self), NULL);
  act_request_add (call, "pageSize", page_size);
  act_request_add (call, "eventType", request->event_type != NULL ? request->event_type : DEFAULT_EVENT_TYPE);
  act_request_add (call, "includeActioned", request->include_actioned ? "true" : "false");
  act_request_add (call, "eventName", request->event_name);
  act_request_add (call, "nextToken", request->next_token);
  call->urgency = request->urgency;

  act_client_call_async (self, call, &act_event_page_decoder, act_client_list_events_async, cancellable,
                         callback, user_data);
}

/**
 * act_client_list_events_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the page, or %NULL on error
 */
ActEventPage *
act_client_list_events_finish (ActClient    *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return finish_page (self, result, act_client_list_events_async, error);
}

/**
 * act_client_read_events_async:
 * @self: a client
 * @event_ids: (array zero-terminated=1): 1 to 100 ids
 * @cancellable: (nullable): a cancellable
 * @callback: called with the events
 * @user_data: for @callback
 *
 * Reads some events by their ids. Those that the answer lacks need not be gone. Main thread only.
 */
void
act_client_read_events_async (ActClient          *self,
                              const char *const  *event_ids,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (event_ids != NULL && event_ids[0] != NULL);

  /* The API allows no other parameter beside the ids. */
  call = act_request_new_for_events (act_client_get_connection (self), NULL);
  act_request_add_list (call, "ids", event_ids);

  act_client_call_async (self, call, &act_event_page_decoder, act_client_read_events_async, cancellable,
                         callback, user_data);
}

/**
 * act_client_read_events_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the events, in any order, or %NULL on error
 */
ActEventPage *
act_client_read_events_finish (ActClient    *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return finish_page (self, result, act_client_read_events_async, error);
}

/**
 * act_client_read_event_async:
 * @self: a client
 * @event_id: an event's id
 * @cancellable: (nullable): a cancellable
 * @callback: called with the event
 * @user_data: for @callback
 *
 * Reads one event. %ACT_API_ERROR_NOT_FOUND means that the server has it no longer. Main thread
 * only.
 */
void
act_client_read_event_async (ActClient          *self,
                             const char         *event_id,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (event_id != NULL && *event_id != '\0');

  call = act_request_new_for_events (act_client_get_connection (self), event_id);
  act_client_call_async (self, call, &act_event_decoder, act_client_read_event_async, cancellable,
                         callback, user_data);
}

/**
 * act_client_read_event_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the event, or %NULL on error
 */
ActEvent *
act_client_read_event_finish (ActClient    *self,
                              GAsyncResult *result,
                              GError      **error)
{
  gpointer data = NULL;

  if (!act_client_call_finish (self, result, act_client_read_event_async, &data, NULL, error))
    return NULL;

  return data;
}

/**
 * act_client_mark_actioned_async:
 * @self: a client
 * @event_id: an event's id
 * @cancellable: (nullable): a cancellable
 * @callback: called when the server has answered
 * @user_data: for @callback
 *
 * Marks one event by the call that the connection names. Only the usual call is sent again when its
 * answer was lost. That the server accepted it does not yet prove that the event is marked: read it
 * back. Main thread only.
 */
void
act_client_mark_actioned_async (ActClient          *self,
                                const char         *event_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (ActRequest) call = NULL;

  g_return_if_fail (ACT_IS_CLIENT (self));
  g_return_if_fail (event_id != NULL && *event_id != '\0');

  /* The first is sent at once; of thousands, no second gets more than the API allows. */
  call = act_request_new_to_mark (act_client_get_connection (self), event_id);
  call->urgency = ACT_URGENCY_NEXT;
  act_client_call_async (self, call, NULL, act_client_mark_actioned_async, cancellable, callback,
                         user_data);
}

/**
 * act_client_mark_actioned_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error of %ACT_API_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the server accepted the call
 */
gboolean
act_client_mark_actioned_finish (ActClient    *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return act_client_call_finish (self, result, act_client_mark_actioned_async, NULL, NULL, error);
}
