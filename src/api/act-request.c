/* One call of the remote API, before it is sent
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-request.h"

#include "act-path.h"
#include "act-redact.h"

#define JSON_TYPE "application/json"

/* The methods that HTTP promises to be repeatable, of those that are used here. */
static const char *const idempotent_methods[] = { "GET", "PUT", NULL };

static void
clear_request (ActRequest *self)
{
  g_free (self->method);
  g_free (self->path);
  g_string_free (self->query, TRUE);
  g_free (self->content_type);
  if (self->secrets != NULL)
    act_redact_free (self->body);
  else
    g_free (self->body);
  g_clear_pointer (&self->secrets, g_ptr_array_unref);
}

static void
append_name (ActRequest *self,
             const char *name)
{
  g_string_append_printf (self->query, "%s%s=", self->query->len > 0 ? "&" : "", name);
}

/**
 * act_request_new:
 * @method: the HTTP method
 * @path: the path after the base URL, escaped
 *
 * Returns: (transfer full): a request without query and body
 */
ActRequest *
act_request_new (const char *method,
                 const char *path)
{
  ActRequest *self = NULL;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (path != NULL && *path == '/', NULL);

  self = g_rc_box_new0 (ActRequest);
  self->method = g_strdup (method);
  self->path = g_strdup (path);
  self->query = g_string_new (NULL);
  self->idempotent = g_strv_contains (idempotent_methods, method);

  return self;
}

/**
 * act_request_new_for_collection:
 * @connection: the organisation
 * @collection: what of it is read, for example `events`
 *
 * Returns: (transfer full): a GET of a path of the organisation
 */
ActRequest *
act_request_new_for_collection (ActConnection *connection,
                                const char    *collection)
{
  g_autofree char *organisation = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (collection != NULL, NULL);

  organisation = act_path_escape_segment (act_connection_get_organisation_id (connection));
  path = g_strconcat ("/organizations/", organisation, "/", collection, NULL);

  return act_request_new ("GET", path);
}

/**
 * act_request_new_for_thing:
 * @connection: the organisation
 * @method: the HTTP method
 * @segments: (array zero-terminated=1): the parts of the path after the organisation's; ids and
 *   names from outside among them
 *
 * Makes a call about something of the organisation. A PUT of something that has a version is refused
 * the second time, so it is not taken for repeatable here.
 *
 * Returns: (transfer full): the request, which is repeatable only when it is a GET
 */
ActRequest *
act_request_new_for_thing (ActConnection     *connection,
                           const char        *method,
                           const char *const *segments)
{
  g_autofree char *organisation = NULL;
  g_autoptr (GString) path = g_string_new ("/organizations/");
  ActRequest *self = NULL;

  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (segments != NULL && segments[0] != NULL, NULL);

  organisation = act_path_escape_segment (act_connection_get_organisation_id (connection));
  g_string_append (path, organisation);
  for (gsize i = 0; segments[i] != NULL; i++)
    {
      g_autofree char *segment = act_path_escape_segment (segments[i]);

      g_string_append_printf (path, "/%s", segment);
    }

  self = act_request_new (method, path->str);
  self->idempotent = g_str_equal (method, "GET");

  return self;
}

/**
 * act_request_new_for_events:
 * @connection: the organisation
 * @event_id: (nullable): one event's id, from outside
 *
 * Returns: (transfer full): a GET of the events, or of one of them
 */
ActRequest *
act_request_new_for_events (ActConnection *connection,
                            const char    *event_id)
{
  g_autofree char *segment = NULL;
  g_autofree char *collection = NULL;

  if (event_id == NULL)
    return act_request_new_for_collection (connection, "events");

  segment = act_path_escape_segment (event_id);
  collection = g_strconcat ("events/", segment, NULL);

  return act_request_new_for_collection (connection, collection);
}

/**
 * act_request_new_to_mark:
 * @connection: the organisation, which says which call marks an event
 * @event_id: the event's id, from outside
 *
 * Makes the call that marks an event. Only the call that is used unless the connection names
 * another is known to be repeatable.
 *
 * Returns: (transfer full): the request
 */
ActRequest *
act_request_new_to_mark (ActConnection *connection,
                         const char    *event_id)
{
  g_autoptr (ActRequest) events = NULL;
  g_autofree char *usual_path = NULL;
  g_autofree char *path = NULL;
  ActRequest      *self = NULL;

  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (event_id != NULL, NULL);

  events = act_request_new_for_events (connection, event_id);
  usual_path = g_strconcat (events->path, "/actioned", NULL);
  path = act_connection_build_mark_path (connection, event_id);

  self = act_request_new (act_connection_get_mark_method (connection), path);
  self->idempotent = g_str_equal (self->method, "PUT") && g_str_equal (path, usual_path);

  return self;
}

/**
 * act_request_ref:
 * @self: a request
 *
 * Returns: (transfer full): @self
 */
ActRequest *
act_request_ref (ActRequest *self)
{
  return g_rc_box_acquire (self);
}

/**
 * act_request_unref:
 * @self: (transfer full) (nullable): a request
 */
void
act_request_unref (ActRequest *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, (GDestroyNotify) clear_request);
}

/**
 * act_request_add:
 * @self: a request that was not sent yet
 * @name: a parameter's name
 * @value: (nullable): its value; %NULL leaves it out
 *
 * Adds a parameter to the query.
 */
void
act_request_add (ActRequest *self,
                 const char *name,
                 const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  if (value == NULL)
    return;

  append_name (self, name);
  g_string_append_uri_escaped (self->query, value, NULL, FALSE);
}

/**
 * act_request_add_list:
 * @self: a request that was not sent yet
 * @name: a parameter's name
 * @values: (array zero-terminated=1): its values
 *
 * Adds a parameter with several values to the query, with commas between them as the API's own
 * clients do.
 */
void
act_request_add_list (ActRequest        *self,
                      const char        *name,
                      const char *const *values)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (values != NULL);

  append_name (self, name);
  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->query, ',');
      g_string_append_uri_escaped (self->query, values[i], NULL, FALSE);
    }
}

/**
 * act_request_take_json:
 * @self: a request that was not sent yet
 * @json: (transfer full): what is sent
 *
 * Gives it a body.
 */
void
act_request_take_json (ActRequest *self,
                       char       *json)
{
  g_return_if_fail (self != NULL && self->body == NULL);
  g_return_if_fail (json != NULL);

  self->content_type = g_strdup (JSON_TYPE);
  self->body = json;
}

/**
 * act_request_add_secret:
 * @self: a request that was not sent yet
 * @secret: a part of its body that nobody must see; copied
 *
 * Makes sure that the body is overwritten in the end and that no error tells the secret, even when
 * the server says it back.
 */
void
act_request_add_secret (ActRequest *self,
                        const char *secret)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (secret != NULL);

  if (self->secrets == NULL)
    self->secrets = g_ptr_array_new_with_free_func ((GDestroyNotify) act_redact_free);
  g_ptr_array_add (self->secrets, g_strdup (secret));
}

/**
 * act_request_describe:
 * @self: a request
 *
 * Returns: (transfer full): method and path without a query, for logs
 */
char *
act_request_describe (ActRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s %.*s", self->method, (int) strcspn (self->path, "?"), self->path);
}
