/* What things of an organisation are called, as the API writes it
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "act-name-json.h"

#include "act-json.h"
#include "act-name.h"

#define EVENT_NAME_PREFIX "integration."

/* Each name is listed by calls of its own, so a server does not get to name thousands. */
#define MAX_EVENT_NAMES 100

static gpointer
read_event_names (JsonNode   *root,
                  const char *text,
                  GError    **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonObject *object = act_json_get_root_object (root, error);
  JsonArray  *array = NULL;
  guint       n_names = 0;

  if (object == NULL || !act_json_find_array (object, "events", &array, error))
    return NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array) && n_names < MAX_EVENT_NAMES; i++)
    {
      g_autofree char *name = act_json_node_dup_text (json_array_get_element (array, i));

      if (name != NULL && g_str_has_prefix (name, EVENT_NAME_PREFIX))
        {
          g_strv_builder_add (names, name);
          n_names++;
        }
    }

  return g_strv_builder_end (names);
}

static gpointer
read_account_names (JsonNode   *root,
                    const char *text,
                    GError    **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) act_name_free);
  JsonObject *object = act_json_get_root_object (root, error);
  JsonArray  *array = NULL;

  if (object == NULL || !act_json_find_array (object, "data", &array, error))
    return NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject      *element = act_json_get_element (array, i);
      g_autofree char *id = element != NULL ? act_json_dup_text (element, "id") : NULL;
      g_autofree char *name = element != NULL ? act_json_dup_text (element, "name") : NULL;

      if (id != NULL && name == NULL)
        name = act_json_dup_text (element, "code");
      if (id != NULL && name != NULL)
        g_ptr_array_add (names, act_name_new (id, name));
    }

  return g_steal_pointer (&names);
}

const ActJsonDecoder act_event_names_decoder = { read_event_names, (GDestroyNotify) g_strfreev };
const ActJsonDecoder act_account_names_decoder = { read_account_names, (GDestroyNotify) g_ptr_array_unref };
