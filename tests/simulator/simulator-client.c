/* A plain client of the simulator, for its tests
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "simulator-client.h"

#include "act-simulator-time.h"

#include <string.h>

static char *
make_key (SimulatorClient *self)
{
  g_autofree char *both = g_strconcat (act_simulator_get_api_key (self->simulator), ":",
                                       act_simulator_get_api_secret (self->simulator), NULL);
  g_autofree char *encoded = g_base64_encode ((const guchar *) both, strlen (both));

  return g_strconcat ("Basic ", encoded, NULL);
}

static void
sign_in (SimulatorClient *self)
{
  g_autofree char *key = make_key (self);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  guint status = 0;

  bytes = simulator_client_send (self, "POST", "/oauth/token", "{\"grant_type\":\"client_credentials\"}", key, &status);
  g_assert_no_error (self->error);
  g_assert_cmpuint (status, ==, 200);

  node = json_from_string (g_bytes_get_data (bytes, NULL), NULL);
  self->token = g_strdup (json_object_get_string_member (json_node_get_object (node), "access_token"));
}

static char *
make_url (SimulatorClient *self,
          const char      *path)
{
  const char *base = act_simulator_get_base_url (self->simulator);

  if (g_str_has_prefix (path, "/"))
    return g_strconcat (base, path, NULL);

  return g_strconcat (base, "/organizations/", act_simulator_get_org_id (self->simulator), "/", path, NULL);
}

SimulatorClient *
simulator_client_new (const ActSimulatorOptions *options)
{
  SimulatorClient *self = g_new0 (SimulatorClient, 1);
  g_autoptr (GError) error = NULL;

  self->simulator = act_simulator_new (options);
  act_simulator_start (self->simulator, &error);
  g_assert_no_error (error);

  self->session = soup_session_new ();
  soup_session_set_timeout (self->session, 60);
  sign_in (self);

  return self;
}

void
simulator_client_free (SimulatorClient *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  act_simulator_stop (self->simulator);
  g_assert_finalize_object (self->simulator);
  g_free (self->token);
  g_clear_error (&self->error);
  g_free (self);
}

/* A path without a slash at its head is one of the organisation. The text has a NUL at its end. */
GBytes *
simulator_client_send (SimulatorClient *self,
                       const char      *method,
                       const char      *path,
                       const char      *body,
                       const char      *authorization,
                       guint           *status)
{
  g_autofree char *url = make_url (self, path);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) bytes = NULL;

  g_clear_error (&self->error);
  *status = 0;

  if (authorization != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", authorization);
  if (body != NULL)
    {
      g_autoptr (GBytes) sent = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", sent);
    }

  bytes = soup_session_send_and_read (self->session, message, NULL, &self->error);
  if (bytes == NULL)
    return NULL;

  *status = soup_message_get_status (message);

  return g_bytes_new_take (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), g_bytes_get_size (bytes));
}

JsonNode *
simulator_client_call (SimulatorClient *self,
                       const char      *method,
                       const char      *path,
                       const char      *body,
                       guint           *status)
{
  g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);
  g_autoptr (GBytes) bytes = simulator_client_send (self, method, path, body, bearer, status);
  JsonNode *node = NULL;

  if (bytes == NULL)
    return NULL;

  node = json_from_string (g_bytes_get_data (bytes, NULL), NULL);
  g_assert_nonnull (node);

  return node;
}

JsonObject *
simulator_client_get (SimulatorClient *self,
                      const char      *format,
                      ...)
{
  g_autofree char *path = NULL;
  va_list          arguments;

  va_start (arguments, format);
  path = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return simulator_client_change (self, "GET", path, NULL);
}

JsonObject *
simulator_client_change (SimulatorClient *self,
                         const char      *method,
                         const char      *path,
                         const char      *body)
{
  guint status = 0;
  g_autoptr (JsonNode) node = simulator_client_call (self, method, path, body, &status);

  g_assert_no_error (self->error);
  if (status != 200)
    g_error ("%s %s was answered with %u", method, path, status);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));

  return json_node_dup_object (node);
}

void
simulator_client_refused (SimulatorClient *self,
                          const char      *method,
                          const char      *path,
                          const char      *body,
                          guint            status)
{
  guint actual = 0;
  g_autoptr (JsonNode) node = simulator_client_call (self, method, path, body, &actual);

  g_assert_no_error (self->error);
  if (actual != status)
    g_error ("%s %s was answered with %u, not with %u", method, path, actual, status);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  simulator_check (json_node_get_object (node), "message:s!");
}

GPtrArray *
simulator_client_list (SimulatorClient *self,
                       const char      *path,
                       const char      *query,
                       guint            page_size)
{
  GPtrArray       *all = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autofree char *token = g_strdup ("");

  do
    {
      g_autofree char *next = *token != '\0' ? g_strconcat ("&nextToken=", token, NULL) : g_strdup ("");
      g_autoptr (JsonObject) page = simulator_client_get (self, "%s?pageSize=%u%s%s", path, page_size, query, next);
      JsonArray *data = json_object_get_array_member (page, "data");

      g_assert_cmpuint (json_array_get_length (data), <=, page_size);
      for (guint i = 0; i < json_array_get_length (data); i++)
        g_ptr_array_add (all, json_object_ref (json_array_get_object_element (data, i)));

      g_free (token);
      token = g_uri_escape_string (json_object_get_string_member_with_default (page, "nextToken", ""), NULL, FALSE);
    }
  while (*token != '\0');

  return all;
}

JsonArray *
simulator_client_get_ledger (SimulatorClient *self)
{
  guint status = 0;
  g_autoptr (JsonNode) node = simulator_client_call (self, "GET", "/_simulator/ledger", NULL, &status);

  g_assert_cmpuint (status, ==, 200);

  return json_node_dup_array (node);
}

const char *
simulator_get_text (JsonObject *json,
                    const char *name)
{
  const char *text = json_object_get_string_member_with_default (json, name, NULL);

  g_assert_nonnull (text);

  return text;
}

/* What an event says, in whatever form it says it. */
JsonObject *
simulator_get_facts (JsonObject *event)
{
  JsonObject *facts = json_object_get_object_member (event, "m3terEvent");

  if (json_object_has_member (facts, "eventData"))
    facts = json_object_get_object_member (facts, "eventData");
  if (json_object_has_member (facts, "newDto"))
    facts = json_object_get_object_member (facts, "newDto");
  if (json_object_has_member (facts, "new"))
    facts = json_object_get_object_member (facts, "new");

  return facts;
}

JsonObject *
simulator_find_by_text (GPtrArray  *objects,
                        const char *name,
                        const char *text)
{
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *json = g_ptr_array_index (objects, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (json, name, NULL), text) == 0)
        return json;
    }

  g_error ("Nothing has the %s “%s”", name, text);
}

static gboolean
is_of_type (JsonNode *node,
            char      type)
{
  GType  value_type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  gint64 time_ms = 0;

  switch (type)
    {
    case 's':
      return value_type == G_TYPE_STRING;
    case 't':
      return value_type == G_TYPE_STRING && act_simulator_parse_time (json_node_get_string (node), &time_ms);
    case 'i':
      return value_type == G_TYPE_INT64;
    case 'n':
      return value_type == G_TYPE_INT64 || value_type == G_TYPE_DOUBLE;
    case 'b':
      return value_type == G_TYPE_BOOLEAN;
    case 'o':
      return JSON_NODE_HOLDS_OBJECT (node);
    case 'a':
      return JSON_NODE_HOLDS_ARRAY (node);
    case '*':
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/* Holds an object against words such as "id:s! version:i": the name of a member, its type, and a mark
 * when it is required. A member of which no word speaks is wrong as well.
 * s text, t time, i whole number, n number, b true or false, o object, a array, * anything */
void
simulator_check (JsonObject *json,
                 const char *form)
{
  g_auto (GStrv) words = g_strsplit (form, " ", -1);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) names = json_object_get_members (json);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char     *colon = strchr (words[i], ':');
      char      type = colon[1];
      JsonNode *node = NULL;

      *colon = '\0';
      g_hash_table_add (known, g_strdup (words[i]));
      node = json_object_get_member (json, words[i]);
      if (node == NULL && colon[2] == '!')
        g_error ("%s is missing", words[i]);
      if (node != NULL && !is_of_type (node, type))
        g_error ("%s is not of the type %c", words[i], type);
    }

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (!g_hash_table_contains (known, l->data))
        g_error ("%s was not expected", (const char *) l->data);
    }
}
