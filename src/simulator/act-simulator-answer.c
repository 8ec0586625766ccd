/* From a request to its answer
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-answer.h"

#include "act-simulator-call.h"
#include "act-simulator-routes.h"
#include "act-simulator-runs.h"
#include "act-simulator-token.h"

#include <string.h>

#define FORM_TYPE "application/x-www-form-urlencoded"

/* A page in a browser must not reach the simulator through a name that leads to this computer. */
static gboolean
is_local_host (const char *host)
{
  g_autofree char *name = host != NULL ? g_strndup (host, strcspn (host, ":")) : NULL;

  return name == NULL || strcmp (name, "127.0.0.1") == 0 || g_ascii_strcasecmp (name, "localhost") == 0;
}

static gboolean
is_form (SoupServerMessage *message)
{
  const char *type = soup_message_headers_get_content_type (soup_server_message_get_request_headers (message), NULL);

  return g_strcmp0 (type, FORM_TYPE) == 0;
}

static GStrv
split_path (const char *path)
{
  g_auto (GStrv) segments = g_strsplit (*path == '/' ? path + 1 : path, "/", -1);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      char *unescaped = g_uri_unescape_string (segments[i], NULL);

      if (unescaped == NULL || !g_utf8_validate (unescaped, -1, NULL))
        {
          g_free (unescaped);
          return NULL;
        }
      g_free (segments[i]);
      segments[i] = unescaped;
    }

  return g_steal_pointer (&segments);
}

static ActSimulatorFault
strike (ActSimulatorCall             *call,
        const ActSimulatorFaultScope *scopes,
        guint                         n_scopes)
{
  ActSimulatorFault fault = ACT_SIMULATOR_FAULT_NONE;
  guint             status = 0;

  for (guint i = 0; i < n_scopes && fault == ACT_SIMULATOR_FAULT_NONE; i++)
    fault = act_simulator_faults_strike_any (call->world->faults, scopes[i], &status);

  if (fault == ACT_SIMULATOR_FAULT_STATUS)
    act_simulator_call_refuse (call, status, "The simulator was told to answer %u.", status);

  return fault;
}

/* What stands in the place of an answer leaves the world as it is; what only harms the way does not. */
static gboolean
is_only_the_way (ActSimulatorFault fault)
{
  return fault == ACT_SIMULATOR_FAULT_NONE || fault == ACT_SIMULATOR_FAULT_CUT || fault == ACT_SIMULATOR_FAULT_SLOW;
}

static gboolean
take_request (ActSimulatorCall  *call,
              SoupServerMessage *message,
              gboolean           with_body)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  gsize       length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  return act_simulator_call_set_query (call, g_uri_get_query (soup_server_message_get_uri (message))) &&
         (!with_body || act_simulator_call_set_body (call, text, length));
}

static void
answer_token (ActSimulatorCall  *call,
              SoupServerMessage *message,
              ActSimulatorFault *fault)
{
  const char *authorization = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  g_autoptr (GBytes) bytes = soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autofree char             *form = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const ActSimulatorFaultScope scope = ACT_SIMULATOR_FAULT_SCOPE_TOKEN;

  *fault = strike (call, &scope, 1);
  if (*fault != ACT_SIMULATOR_FAULT_NONE)
    return;

  if (strcmp (call->method, "POST") != 0)
    act_simulator_call_refuse (call, 405, "This path cannot be called with %s.", call->method);
  else if (take_request (call, message, !is_form (message)))
    act_simulator_token_generate (call, authorization, is_form (message), form);
}

static void
answer_api (ActSimulatorCall  *call,
            SoupServerMessage *message,
            GStrv              segments,
            ActSimulatorFault *fault)
{
  const char            *authorization = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");
  ActSimulatorFaultScope scopes[ACT_SIMULATOR_MAX_SCOPES];
  guint                  n_scopes = 0;

  n_scopes = act_simulator_routes_list_scopes (call->method, segments + 2, scopes);
  *fault = strike (call, scopes, n_scopes);
  if (!is_only_the_way (*fault))
    return;

  if (!act_simulator_token_check (call, authorization))
    return;
  if (g_ascii_strcasecmp (segments[1], call->world->org_id) != 0)
    {
      act_simulator_call_refuse (call, 403, "Unauthorized: the token is not one of this organization");
      return;
    }

  if (take_request (call, message, TRUE))
    act_simulator_routes_answer (call, ACT_SIMULATOR_PLACE_API, segments + 2);
}

static void
answer_control (ActSimulatorCall  *call,
                SoupServerMessage *message,
                GStrv              segments)
{
  if (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Origin") != NULL)
    act_simulator_call_refuse (call, 403, "A web page may not call the simulator.");
  else if (take_request (call, message, TRUE))
    act_simulator_routes_answer (call, ACT_SIMULATOR_PLACE_CONTROL, segments + 1);
}

static void
answer (ActSimulatorCall  *call,
        SoupServerMessage *message,
        ActSimulatorFault *fault)
{
  g_auto (GStrv) segments = split_path (call->path);
  const char *host = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Host");
  guint       n_segments = segments != NULL ? g_strv_length (segments) : 0;

  if (!is_local_host (host))
    act_simulator_call_refuse (call, 403, "The simulator answers to 127.0.0.1 only.");
  else if (segments == NULL)
    act_simulator_call_refuse (call, 400, "The path is not in the form that a path has.");
  else if (n_segments == 2 && strcmp (segments[0], "oauth") == 0 && strcmp (segments[1], "token") == 0)
    answer_token (call, message, fault);
  else if (n_segments > 2 && strcmp (segments[0], "organizations") == 0)
    answer_api (call, message, segments, fault);
  else if (n_segments > 1 && strcmp (segments[0], "_simulator") == 0)
    answer_control (call, message, segments);
  else
    act_simulator_call_refuse (call, 404, "There is nothing at this path.");
}

/**
 * act_simulator_answer_new:
 * @world: a world
 * @message: a request
 *
 * Does what the request asks for.
 *
 * Returns: (transfer full): the answer
 */
ActSimulatorAnswer *
act_simulator_answer_new (ActSimulatorWorld *world,
                          SoupServerMessage *message)
{
  g_autoptr (ActSimulatorCall) call = act_simulator_call_new (world, soup_server_message_get_method (message),
                                                              g_uri_get_path (soup_server_message_get_uri (message)));
  ActSimulatorAnswer *self = g_new0 (ActSimulatorAnswer, 1);

  act_simulator_runs_settle (world);
  answer (call, message, &self->fault);

  self->status = call->status;
  self->text = call->answer != NULL ? json_to_string (call->answer, FALSE) : g_strdup ("");
  if (call->dropped)
    self->fault = ACT_SIMULATOR_FAULT_DROP;

  return self;
}

/**
 * act_simulator_answer_new_refusal:
 * @status: the status
 * @text: what is wrong
 *
 * Returns: (transfer full): the answer
 */
ActSimulatorAnswer *
act_simulator_answer_new_refusal (guint       status,
                                  const char *text)
{
  ActSimulatorAnswer *self = g_new0 (ActSimulatorAnswer, 1);

  self->status = status;
  self->text = g_strdup_printf ("{\"message\":\"%s\"}", text);

  return self;
}

/**
 * act_simulator_answer_free:
 * @self: (transfer full): an answer
 *
 * Frees the answer.
 */
void
act_simulator_answer_free (ActSimulatorAnswer *self)
{
  g_free (self->text);
  g_free (self);
}
