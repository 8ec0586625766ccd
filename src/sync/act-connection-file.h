/* The list of connections on disk, without secrets
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *act_connection_file_parse  (const char         *text,
                                       gsize               length);
GPtrArray *act_connection_file_load   (const char         *folder);
gboolean   act_connection_file_put    (const char         *folder,
                                       ActConnection      *connection,
                                       GError            **error);
gboolean   act_connection_file_remove (const char         *folder,
                                       const char         *connection_id,
                                       GError            **error);
gboolean   act_connection_file_order  (const char         *folder,
                                       const char *const  *connection_ids,
                                       GError            **error);

G_END_DECLS
