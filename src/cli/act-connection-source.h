/* The connection that the command line and the environment give
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection.h"

G_BEGIN_DECLS

gboolean       act_connection_source_is_empty      (const char  *base_url,
                                                    const char  *secret);
gboolean       act_connection_source_names_nothing (const char  *base_url);
ActConnection *act_connection_source_find          (const char  *base_url,
                                                    const char  *secret,
                                                    GError     **error);
char          *act_connection_source_take_secret   (void);
void           act_connection_source_free_secret   (char        *secret);
char          *act_connection_source_get_folder    (void);

G_END_DECLS
