/* What can be found in the payload of an event
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The payload of integration events is documented nowhere: the names here are candidates, in the
 * order in which they are tried, taken from what the API calls the same things elsewhere.
 */

#include "act-payload.h"

#include "act-json.h"

#include <string.h>

#define MAX_NAMES  6
#define MAX_PLACES 8

static const struct
{
  gsize       field;
  const char *names[MAX_NAMES];
} candidates[] = {
  { G_STRUCT_OFFSET (ActEvent, message), { "message", "errorMessage", "error", "description", "reason" } },
  { G_STRUCT_OFFSET (ActEvent, run_id), { "integrationRunId", "runId", "parentIntegrationRunId" } },
  { G_STRUCT_OFFSET (ActEvent, configuration_id), { "integrationConfigId", "integrationConfigurationId", "configId" } },
  { G_STRUCT_OFFSET (ActEvent, credentials_id), { "integrationCredentialsId" } },
  { G_STRUCT_OFFSET (ActEvent, entity_type), { "entityType", "m3terEntity" } },
  { G_STRUCT_OFFSET (ActEvent, entity_id), { "entityId", "m3terId" } },
  { G_STRUCT_OFFSET (ActEvent, destination), { "destination", "externalSystem", "system" } },
  { G_STRUCT_OFFSET (ActEvent, destination_id), { "destinationId" } },
  { G_STRUCT_OFFSET (ActEvent, account_id), { "accountId" } },
};

/* Ids that say of what kind of entity they are. Where nothing else says it, an event that names a bill
 * is about the bill rather than its account. */
static const struct
{
  const char *name;
  const char *entity_type;
} typed_ids[] = {
  { "billId", "Bill" },
  { "accountId", "Account" },
};

/* Where to look: in the payload, in what it wraps, and in what that wraps. */
static const char *const wrappers[] = { "newDto", "new" };

typedef struct
{
  JsonObject *objects[MAX_PLACES]; /* (unowned) */
  guint       n_objects;
} ActPlaces;

static JsonNode *
find_member (JsonObject *object,
             const char *name)
{
  JsonObjectIter iter;
  const char    *member = NULL;
  JsonNode      *node = json_object_get_member (object, name);

  if (node != NULL)
    return node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (g_ascii_strcasecmp (member, name) == 0)
        return node;
    }

  return NULL;
}

static JsonObject *
find_object (JsonObject *object,
             const char *name)
{
  JsonNode *node = find_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
add_place (ActPlaces  *places,
           JsonObject *object)
{
  if (object != NULL && places->n_objects < MAX_PLACES)
    places->objects[places->n_objects++] = object;
}

static void
add_wrapped (ActPlaces  *places,
             JsonObject *object)
{
  for (gsize i = 0; object != NULL && i < G_N_ELEMENTS (wrappers); i++)
    add_place (places, find_object (object, wrappers[i]));
}

static void
list_places (ActPlaces  *places,
             JsonObject *payload)
{
  JsonObject *data = find_object (payload, "eventData");

  add_place (places, payload);
  add_place (places, data);
  add_wrapped (places, data);
  add_wrapped (places, payload);
}

static char *
find_text (const ActPlaces *places,
           const char      *name)
{
  for (guint i = 0; i < places->n_objects; i++)
    {
      JsonNode *node = find_member (places->objects[i], name);
      char     *text = NULL;

      /* An error may be an object with a message in it. */
      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        node = find_member (json_node_get_object (node), "message");

      text = act_json_node_dup_text (node);
      if (text != NULL)
        return text;
    }

  return NULL;
}

static void
read_candidates (const ActPlaces *places,
                 ActEvent        *event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      char **field = G_STRUCT_MEMBER_P (event, candidates[i].field);

      for (gsize j = 0; j < MAX_NAMES && candidates[i].names[j] != NULL && *field == NULL; j++)
        *field = find_text (places, candidates[i].names[j]);
    }
}

static gboolean
names_run (const char *member)
{
  g_autofree char *lower = g_ascii_strdown (member, -1);

  return strstr (lower, "run") != NULL;
}

static void
read_run (const ActPlaces *places,
          ActEvent        *event)
{
  for (guint i = 0; i < places->n_objects && event->run_id == NULL; i++)
    {
      JsonObjectIter iter;
      const char    *member = NULL;
      JsonNode      *node = NULL;

      json_object_iter_init_ordered (&iter, places->objects[i]);
      while (event->run_id == NULL && json_object_iter_next_ordered (&iter, &member, &node))
        {
          if (JSON_NODE_HOLDS_OBJECT (node) && names_run (member))
            event->run_id = act_json_node_dup_text (find_member (json_node_get_object (node), "id"));
        }
    }
}

/* An id of a bill is no use as the id of an account. */
static void
read_typed_ids (const ActPlaces *places,
                ActEvent        *event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed_ids) && event->entity_id == NULL; i++)
    {
      if (event->entity_type == NULL ||
          g_ascii_strcasecmp (event->entity_type, typed_ids[i].entity_type) == 0)
        event->entity_id = find_text (places, typed_ids[i].name);
      if (event->entity_type == NULL && event->entity_id != NULL)
        event->entity_type = g_strdup (typed_ids[i].entity_type);
    }

  if (event->account_id == NULL && event->entity_type != NULL &&
      g_ascii_strcasecmp (event->entity_type, "Account") == 0)
    event->account_id = g_strdup (event->entity_id);
}

static void
read_object (JsonObject *payload,
             ActEvent   *event)
{
  ActPlaces places = { 0 };

  list_places (&places, payload);
  read_candidates (&places, event);
  read_run (&places, event);
  read_typed_ids (&places, event);
}

/* A list of facts has its first ones in front. */
static JsonNode *
find_first (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode        *node = json_array_get_element (array, i);
      g_autofree char *text = act_json_node_dup_text (node);

      if (JSON_NODE_HOLDS_OBJECT (node) || text != NULL)
        return node;
    }

  return NULL;
}

/**
 * act_payload_read:
 * @payload: (nullable): what an event says, which may be anything
 * @event: where to put what is found
 *
 * Finds what it can and leaves the other fields alone. A text is taken for the message. Any thread.
 */
void
act_payload_read (JsonNode *payload,
                  ActEvent *event)
{
  g_return_if_fail (event != NULL);

  if (payload != NULL && JSON_NODE_HOLDS_ARRAY (payload))
    payload = find_first (json_node_get_array (payload));

  if (payload == NULL)
    return;

  if (JSON_NODE_HOLDS_OBJECT (payload))
    read_object (json_node_get_object (payload), event);
  else if (event->message == NULL)
    event->message = act_json_node_dup_text (payload);
}
