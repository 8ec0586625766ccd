/* SQLite's answers as errors of the store
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void act_store_set_sqlite_error (GError **error,
                                 sqlite3 *handle,
                                 int      code);

G_END_DECLS
