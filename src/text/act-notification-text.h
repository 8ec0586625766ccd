/* What notifications say
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *act_notification_text_title (guint       n_new,
                                   const char *connection_name);

G_END_DECLS
