/* Pages of things as the API writes them
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The API's description promises one thing where a page comes, and the other way round. So wherever
 * things are read, one thing, an array of them and a page of them will do. No element spoils the page
 * that it is on.
 */

#include "act-json-page.h"

#include "act-api-error.h"
#include "act-json-slice.h"
#include "act-json.h"

#include <string.h>

/* What is longer is not an id, and would not fit into an address. */
#define MAX_ID_LENGTH 512

typedef struct
{
  const ActJsonThing *thing;
  ActJsonPage        *page; /* (unowned) */
  GHashTable         *ids;  /* (owned): those that are on the page already */
} ActJsonPaging;

static gboolean
is_new_id (ActJsonPaging *paging,
           JsonObject    *object)
{
  g_autofree char *id = act_json_dup_text (object, paging->thing->id);

  return id != NULL && strlen (id) <= MAX_ID_LENGTH && g_hash_table_add (paging->ids, g_steal_pointer (&id));
}

/* Takes the text. */
static void
add_thing (ActJsonPaging *paging,
           JsonObject    *object,
           char          *json)
{
  g_autofree char *text = json;
  gpointer         thing = NULL;

  if (is_new_id (paging, object))
    thing = paging->thing->read (object, g_steal_pointer (&text));
  if (thing != NULL)
    g_ptr_array_add (paging->page->things, thing);
}

static void
add_things (ActJsonPaging *paging,
            JsonArray     *array,
            const char    *text,
            const char    *member)
{
  g_autoptr (GPtrArray) slices = act_json_slice_array (text, member);
  guint length = json_array_get_length (array);

  /* A key that is written in escapes, say. */
  if (slices != NULL && slices->len != length)
    g_clear_pointer (&slices, g_ptr_array_unref);

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = act_json_get_element (array, i);

      if (object == NULL)
        continue;

      add_thing (paging, object,
                 slices != NULL ? g_strdup (g_ptr_array_index (slices, i))
                                : json_to_string (json_array_get_element (array, i), FALSE));
    }
}

static gboolean
read_object (ActJsonPaging *paging,
             JsonObject    *object,
             const char    *text,
             GError       **error)
{
  JsonArray *array = NULL;

  /* A page need not have either member, but a thing has an id. */
  if (json_object_has_member (object, paging->thing->id) && !json_object_has_member (object, "data"))
    {
      add_thing (paging, object, g_strstrip (g_strdup (text)));
      return TRUE;
    }

  /* A cursor that cannot be read must not pass for the end. */
  if (!act_json_find_array (object, "data", &array, error) ||
      !act_json_find_text (object, "nextToken", &paging->page->next_token, error))
    return FALSE;

  if (array != NULL)
    add_things (paging, array, text, "data");

  return TRUE;
}

/**
 * act_json_page_read:
 * @root: a parsed answer
 * @text: the text that it was parsed from
 * @thing: what is on the page
 * @error: return location for %ACT_API_ERROR_BAD_RESPONSE
 *
 * Reads a page, an array without a cursor, or one thing alone. Of things with the same id the first
 * one counts. Any thread.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL on error
 */
ActJsonPage *
act_json_page_read (JsonNode           *root,
                    const char         *text,
                    const ActJsonThing *thing,
                    GError            **error)
{
  g_autoptr (ActJsonPage) page = g_new0 (ActJsonPage, 1);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ActJsonPaging paging = { .thing = thing, .page = page, .ids = ids };

  page->things = g_ptr_array_new_with_free_func (thing->free);

  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      add_things (&paging, json_node_get_array (root), text, NULL);
    }
  else if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, "the answer is no page");
      return NULL;
    }
  else if (!read_object (&paging, json_node_get_object (root), text, error))
    {
      return NULL;
    }

  return g_steal_pointer (&page);
}

/**
 * act_json_page_take:
 * @self: (transfer full): a page
 * @next_token: (out) (optional) (transfer full) (nullable): return location for the cursor of the
 *   next page
 *
 * Returns: (transfer full): the things on the page
 */
GPtrArray *
act_json_page_take (ActJsonPage *self,
                    char       **next_token)
{
  g_autoptr (ActJsonPage) page = self;

  if (next_token != NULL)
    *next_token = g_steal_pointer (&page->next_token);

  return g_steal_pointer (&page->things);
}

/**
 * act_json_page_only:
 * @self: (transfer full): a page
 * @error: return location for %ACT_API_ERROR_BAD_RESPONSE
 *
 * Returns: (transfer full) (nullable): the first thing on the page, or %NULL on error
 */
gpointer
act_json_page_only (ActJsonPage *self,
                    GError     **error)
{
  g_autoptr (ActJsonPage) page = self;

  if (page->things->len > 0)
    return g_ptr_array_steal_index (page->things, 0);

  g_set_error_literal (error, ACT_API_ERROR, ACT_API_ERROR_BAD_RESPONSE, "the answer is not what was asked for");

  return NULL;
}

/**
 * act_json_page_free:
 * @self: (transfer full) (nullable): a page
 */
void
act_json_page_free (ActJsonPage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_free (self->next_token);
  g_free (self);
}
