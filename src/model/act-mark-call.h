/* The call that marks an event as actioned, of which a connection may have another one
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACT_MARK_CALL_METHOD "PUT"
#define ACT_MARK_CALL_PATH   "/organizations/{orgId}/events/{id}/actioned"

gboolean  act_mark_call_is_valid (const char *method,
                                  const char *path);
char     *act_mark_call_fill     (const char *path,
                                  const char *organisation_id,
                                  const char *event_id);

G_END_DECLS
