/* Addresses from outside that a browser may open
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *act_web_address_check (const char  *text,
                             char       **host);

G_END_DECLS
