/* What notifications say
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "act-notification-text.h"

#include "act-safe-text.h"

#include <glib/gi18n.h>

/**
 * act_notification_text_title:
 * @n_new: how many events are new
 * @connection_name: what their connection is called
 *
 * Counts new events. Nothing of what they say is in it, since anybody may look at the screen that
 * notifications are shown on. Any thread.
 *
 * Returns: (transfer full): one line; plain text
 */
char *
act_notification_text_title (guint       n_new,
                             const char *connection_name)
{
  g_autofree char *name = act_safe_text_line (connection_name);

  /* Translators: a notification; %s is the name of a connection. */
  return g_strdup_printf (ngettext ("%u new error in %s", "%u new errors in %s", n_new), n_new, name);
}
