/* Reading JSON that comes from outside
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *act_simulator_json_read_object (const char        *text,
                                            gsize              length) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *act_simulator_json_copy_object (JsonObject        *json) G_GNUC_WARN_UNUSED_RESULT;
gboolean    act_simulator_json_has_texts   (JsonObject        *json,
                                            const char *const *names);
JsonObject *act_simulator_json_get_object  (JsonObject        *json,
                                            const char        *name);
JsonArray  *act_simulator_json_get_array   (JsonObject        *json,
                                            const char        *name);
gboolean    act_simulator_json_get_integer (JsonObject        *json,
                                            const char        *name,
                                            gint64             least,
                                            gint64             most,
                                            gint64            *value);

G_END_DECLS
