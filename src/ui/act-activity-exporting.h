/* Collects what was done from this computer for a file
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-activity-export.h"
#include "act-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void    act_activity_exporting_async  (ActSession           *session,
                                       const char           *text,
                                       ActActivityFormat     format,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GBytes *act_activity_exporting_finish (GAsyncResult         *result,
                                       ActActivityFormat    *format,
                                       GError              **error);

G_END_DECLS
