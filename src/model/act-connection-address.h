/* The addresses of a connection: what is refused, and one spelling for each server
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GUri     *act_connection_address_parse_base  (const char  *text,
                                              GError     **error);
char     *act_connection_address_build_base  (GUri        *uri);
int       act_connection_address_get_port    (GUri        *uri);
gboolean  act_connection_address_is_console  (const char  *text);

G_END_DECLS
