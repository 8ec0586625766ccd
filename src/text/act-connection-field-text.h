/* What stands against a field of a connection, in words
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *act_connection_field_text_name         (const char *text);
const char *act_connection_field_text_base_url     (const char *text);
const char *act_connection_field_text_organisation (const char *text);
const char *act_connection_field_text_key_id       (const char *text);
const char *act_connection_field_text_secret       (const char *text);
const char *act_connection_field_text_mark_call    (const char *method,
                                                    const char *path);
const char *act_connection_field_text_console      (const char *text);

G_END_DECLS
