/* One call of the API: what was asked, and what is answered
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-simulator-call.h"

#include "act-simulator-json.h"
#include "act-simulator-ledger.h"

#include <string.h>

static char *
unescape (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "+", ' ');

  return g_uri_unescape_string (spaced, NULL);
}

/**
 * act_simulator_call_new:
 * @world: a world
 * @method: the method
 * @path: the path as it was asked for
 *
 * Returns: (transfer full): a call
 */
ActSimulatorCall *
act_simulator_call_new (ActSimulatorWorld *world,
                        const char        *method,
                        const char        *path)
{
  ActSimulatorCall *self = g_new0 (ActSimulatorCall, 1);

  self->world = world;
  self->method = method;
  self->path = path;
  self->query = g_ptr_array_new_with_free_func (g_free);
  self->status = 200;

  return self;
}

/**
 * act_simulator_call_free:
 * @self: (transfer full): a call
 *
 * Frees the call.
 */
void
act_simulator_call_free (ActSimulatorCall *self)
{
  act_simulator_call_clear_arguments (self);
  g_ptr_array_unref (self->query);
  g_clear_pointer (&self->body, json_object_unref);
  g_clear_pointer (&self->answer, json_node_unref);
  g_free (self);
}

/**
 * act_simulator_call_clear_arguments:
 * @self: a call
 *
 * Forgets what stood in the open places of a path.
 */
void
act_simulator_call_clear_arguments (ActSimulatorCall *self)
{
  for (guint i = 0; i < ACT_SIMULATOR_MAX_ARGUMENTS; i++)
    g_clear_pointer (&self->arguments[i], g_free);
}

/**
 * act_simulator_call_set_query:
 * @self: a call
 * @query: (nullable): the query as it was asked
 *
 * Takes the query apart. A name may stand in it more than once.
 *
 * Returns: whether it could be read; if not, the call is refused
 */
gboolean
act_simulator_call_set_query (ActSimulatorCall *self,
                              const char       *query)
{
  g_auto (GStrv) pairs = g_strsplit (query != NULL ? query : "", "&", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char            *equals = strchr (pairs[i], '=');
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (*pairs[i] == '\0')
        continue;
      if (equals != NULL)
        *equals = '\0';

      name = unescape (pairs[i]);
      value = unescape (equals != NULL ? equals + 1 : "");
      if (name == NULL || value == NULL || !g_utf8_validate (name, -1, NULL) || !g_utf8_validate (value, -1, NULL))
        {
          act_simulator_call_refuse (self, 400, "The query is not in the form that a query has.");
          return FALSE;
        }

      g_ptr_array_add (self->query, g_steal_pointer (&name));
      g_ptr_array_add (self->query, g_steal_pointer (&value));
    }

  return TRUE;
}

/**
 * act_simulator_call_set_body:
 * @self: a call
 * @text: the body
 * @length: its length in bytes
 *
 * Reads the body.
 *
 * Returns: whether it is empty or an object; if not, the call is refused
 */
gboolean
act_simulator_call_set_body (ActSimulatorCall *self,
                             const char       *text,
                             gsize             length)
{
  if (length == 0)
    return TRUE;

  self->body = act_simulator_json_read_object (text, length);
  if (self->body == NULL)
    act_simulator_call_refuse (self, 400, "The body is not a JSON object.");

  return self->body != NULL;
}

/**
 * act_simulator_call_get_query:
 * @self: a call
 * @name: a name
 *
 * Returns: (nullable): the first value of this name in the query, unless it is empty
 */
const char *
act_simulator_call_get_query (ActSimulatorCall *self,
                              const char       *name)
{
  for (guint i = 0; i + 1 < self->query->len; i += 2)
    {
      const char *value = g_ptr_array_index (self->query, i + 1);

      if (strcmp (g_ptr_array_index (self->query, i), name) == 0 && *value != '\0')
        return value;
    }

  return NULL;
}

/**
 * act_simulator_call_dup_list:
 * @self: a call
 * @name: a name
 *
 * Collects values that are separated by commas, in several members of this name, or both.
 *
 * Returns: (transfer full): the values
 */
GStrv
act_simulator_call_dup_list (ActSimulatorCall *self,
                             const char       *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i + 1 < self->query->len; i += 2)
    {
      g_auto (GStrv) values = NULL;

      if (strcmp (g_ptr_array_index (self->query, i), name) != 0)
        continue;

      values = g_strsplit (g_ptr_array_index (self->query, i + 1), ",", -1);
      for (guint k = 0; values[k] != NULL; k++)
        {
          if (*values[k] != '\0')
            g_strv_builder_add (builder, values[k]);
        }
    }

  return g_strv_builder_end (builder);
}

/**
 * act_simulator_call_get_integer:
 * @self: a call
 * @name: a name in the query
 * @least: the least value
 * @most: the greatest value
 * @otherwise: the value when the query does not have it
 * @value: (out): return location for the value
 *
 * Returns: whether it is right or absent; if not, the call is refused
 */
gboolean
act_simulator_call_get_integer (ActSimulatorCall *self,
                                const char       *name,
                                guint             least,
                                guint             most,
                                guint             otherwise,
                                guint            *value)
{
  const char *text = act_simulator_call_get_query (self, name);
  guint64     number = otherwise;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, least, most, &number, NULL))
    {
      act_simulator_call_refuse (self, 400, "%s must be a whole number from %u to %u.", name, least, most);
      return FALSE;
    }

  *value = (guint) number;

  return TRUE;
}

/**
 * act_simulator_call_get_boolean:
 * @self: a call
 * @name: a name in the query
 * @value: (inout): the value, which stays as it is when the query does not have it
 *
 * Returns: whether it is right or absent; if not, the call is refused
 */
gboolean
act_simulator_call_get_boolean (ActSimulatorCall *self,
                                const char       *name,
                                gboolean         *value)
{
  const char *text = act_simulator_call_get_query (self, name);

  if (text == NULL)
    return TRUE;

  if (g_ascii_strcasecmp (text, "true") != 0 && g_ascii_strcasecmp (text, "false") != 0)
    {
      act_simulator_call_refuse (self, 400, "%s must be true or false.", name);
      return FALSE;
    }

  *value = g_ascii_strcasecmp (text, "true") == 0;

  return TRUE;
}

/**
 * act_simulator_call_need_body:
 * @self: a call
 *
 * Returns: whether the call has a body; if not, it is refused
 */
gboolean
act_simulator_call_need_body (ActSimulatorCall *self)
{
  if (self->body != NULL)
    return TRUE;

  act_simulator_call_refuse (self, 400, "A body is required.");

  return FALSE;
}

/**
 * act_simulator_call_get_text:
 * @self: a call that has a body
 * @name: the name of a member
 * @required: whether the call is refused without it
 *
 * Reads a text of the body, which must be neither empty nor anything but a text.
 *
 * Returns: (nullable): the text; %NULL when it is absent, or wrong and the call is refused
 */
const char *
act_simulator_call_get_text (ActSimulatorCall *self,
                             const char       *name,
                             gboolean          required)
{
  JsonNode   *node = json_object_get_member (self->body, name);
  const char *text = NULL;

  if ((node == NULL || JSON_NODE_HOLDS_NULL (node)) && !required)
    return NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);

  if (text == NULL || *text == '\0')
    {
      act_simulator_call_refuse (self, 400, "%s must be a text that is not empty.", name);
      return NULL;
    }

  return text;
}

/**
 * act_simulator_call_check_version:
 * @self: a call that has a body
 * @json: the thing that is to be changed
 *
 * Returns: whether the body has the version that the thing has; if not, the call is refused
 */
gboolean
act_simulator_call_check_version (ActSimulatorCall *self,
                                  JsonObject       *json)
{
  gint64 version = json_object_get_int_member_with_default (json, "version", 0);
  gint64 given = 0;

  if (!act_simulator_json_get_integer (self->body, "version", G_MININT64, G_MAXINT64, &given))
    {
      act_simulator_call_refuse (self, 400, "version must be a whole number.");
      return FALSE;
    }

  if (given != version)
    {
      gboolean plain = act_simulator_faults_strike (self->world->faults, ACT_SIMULATOR_FAULT_CONFLICT_400);

      act_simulator_call_refuse (self, plain ? 400 : 409, "This was changed meanwhile: it has version %" G_GINT64_FORMAT " now.", version);
      return FALSE;
    }

  return TRUE;
}

/**
 * act_simulator_call_answer:
 * @self: a call
 * @answer: (transfer full): the body of the answer
 *
 * Answers with status 200.
 */
void
act_simulator_call_answer (ActSimulatorCall *self,
                           JsonNode         *answer)
{
  g_clear_pointer (&self->answer, json_node_unref);
  self->status = 200;
  self->answer = answer;
}

/**
 * act_simulator_call_answer_object:
 * @self: a call
 * @json: (transfer full): the body of the answer
 *
 * Answers with status 200.
 */
void
act_simulator_call_answer_object (ActSimulatorCall *self,
                                  JsonObject       *json)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, json);
  act_simulator_call_answer (self, node);
}

/**
 * act_simulator_call_answer_page:
 * @self: a call
 * @objects: (element-type JsonObject): everything there is
 * @most: how many a page can have
 *
 * Answers with the page that the query asks for.
 */
void
act_simulator_call_answer_page (ActSimulatorCall *self,
                                GPtrArray        *objects,
                                guint             most)
{
  guint       size = 0;
  guint64     offset = 0;
  const char *token = act_simulator_call_get_query (self, "nextToken");
  JsonObject *page = NULL;
  JsonArray  *data = NULL;

  if (!act_simulator_call_get_integer (self, "pageSize", 1, most, most, &size))
    return;
  if (token != NULL && (*token != 'p' || !g_ascii_string_to_unsigned (token + 1, 10, 0, G_MAXINT, &offset, NULL)))
    {
      act_simulator_call_refuse (self, 400, "nextToken is not one that this call gave.");
      return;
    }

  data = json_array_new ();
  for (guint i = (guint) offset; i < objects->len && i < offset + size; i++)
    json_array_add_object_element (data, json_object_ref (g_ptr_array_index (objects, i)));

  page = json_object_new ();
  json_object_set_array_member (page, "data", data);
  if (offset + size < objects->len)
    {
      g_autofree char *next = g_strdup_printf ("p%" G_GUINT64_FORMAT, offset + size);

      json_object_set_string_member (page, "nextToken", next);
    }
  else if (self->world->options->empty_next_token)
    {
      json_object_set_string_member (page, "nextToken", "");
    }

  act_simulator_call_answer_object (self, page);
}

/**
 * act_simulator_call_refuse:
 * @self: a call
 * @status: the status
 * @format: what is wrong, as for printf()
 * @...: what the format takes
 *
 * Answers with an error.
 */
void
act_simulator_call_refuse (ActSimulatorCall *self,
                           guint             status,
                           const char       *format,
                           ...)
{
  g_autofree char *message = NULL;
  JsonObject      *json = json_object_new ();
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  json_object_set_string_member (json, "message", message);
  act_simulator_call_answer_object (self, json);
  self->status = status;
}

/**
 * act_simulator_call_record:
 * @self: a call that was accepted
 * @id: the id of what was to be changed
 * @changed: whether anything is different after it
 *
 * Writes the change down in the ledger.
 */
void
act_simulator_call_record (ActSimulatorCall *self,
                           const char       *id,
                           gboolean          changed)
{
  act_simulator_ledger_add (self->world, self->method, self->path, id, 200, changed);

  if (act_simulator_faults_strike (self->world->faults, ACT_SIMULATOR_FAULT_LOST_WRITE))
    self->dropped = TRUE;
}
