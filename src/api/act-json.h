/* JSON read with care
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode   *act_json_parse           (const char  *text,
                                      GError     **error);
JsonObject *act_json_get_root_object (JsonNode    *root,
                                      GError     **error);
gboolean    act_json_find_array      (JsonObject  *object,
                                      const char  *member,
                                      JsonArray  **array,
                                      GError     **error);
gboolean    act_json_find_text       (JsonObject  *object,
                                      const char  *member,
                                      char       **text,
                                      GError     **error);
char       *act_json_dup_text        (JsonObject  *object,
                                      const char  *member);
char       *act_json_node_dup_text   (JsonNode    *node);
gboolean    act_json_get_boolean     (JsonObject  *object,
                                      const char  *member,
                                      gboolean     fallback);
gint64      act_json_get_integer     (JsonObject  *object,
                                      const char  *member,
                                      gint64       fallback);
gint64      act_json_get_time        (JsonObject  *object,
                                      const char  *member);
JsonObject *act_json_get_element     (JsonArray   *array,
                                      guint        index);

G_END_DECLS
