/* Large JSON made fit for reading
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *act_json_indent (const char   *json,
                         gsize         length,
                         gsize         max_length,
                         GCancellable *cancellable);

G_END_DECLS
