/* Which authorities a connection trusts
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GTlsDatabase *act_trust_new_database (const char  *authority,
                                      GError     **error);

G_END_DECLS
