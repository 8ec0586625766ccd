/* An id for an event that has none
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-content-id.h"

#include <string.h>

#define PREFIX "content-"

/* Members that change while the event stays the same one. */
static const char *const passing[] = { "id", "dtActioned", NULL };

static void add_node (GChecksum *checksum,
                      JsonNode  *node);

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  /* With its end, so that two texts are not taken for one. */
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
add_object (GChecksum         *checksum,
            JsonObject        *object,
            const char *const *without)
{
  g_autoptr (GList) members = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  add_text (checksum, "{");
  for (GList *link = members; link != NULL; link = link->next)
    {
      if (without != NULL && g_strv_contains (without, link->data))
        continue;

      add_text (checksum, link->data);
      add_node (checksum, json_object_get_member (object, link->data));
    }
  add_text (checksum, "}");
}

static void
add_array (GChecksum *checksum,
           JsonArray *array)
{
  add_text (checksum, "[");
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_node (checksum, json_array_get_element (array, i));
  add_text (checksum, "]");
}

static void
add_node (GChecksum *checksum,
          JsonNode  *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      add_object (checksum, json_node_get_object (node), NULL);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      add_array (checksum, json_node_get_array (node));
    }
  else
    {
      g_autofree char *text = json_to_string (node, FALSE);

      add_text (checksum, text);
    }
}

/**
 * act_content_id_new:
 * @event: an event as the server gave it, nested no deeper than the limit
 *
 * Makes an id of the content, the same one whenever the event is listed: neither the order of its
 * members nor its being actioned meanwhile matters. Any thread.
 *
 * Returns: (transfer full): the id
 */
char *
act_content_id_new (JsonObject *event)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (event != NULL, NULL);

  add_object (checksum, event, passing);

  return g_strconcat (PREFIX, g_checksum_get_string (checksum), NULL);
}
