/* Tells of a connection's new events by a notification of the desktop
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACT_TYPE_NOTIFIER (act_notifier_get_type ())

/**
 * ActNotifier:
 *
 * Follows one connection, and has one notification for it, which counts the open events that refreshes
 * have brought since the user last looked. What the first synchronisation brings is not new, nor is
 * what the user does. Main thread only.
 *
 * The notification is withdrawn when the user looks, when none of its events is open any more, and when
 * the session ends or the notifier does. Its action is `app.show-connection` with the connection's id.
 */
G_DECLARE_FINAL_TYPE (ActNotifier, act_notifier, ACT, NOTIFIER, GObject)

ActNotifier *act_notifier_new         (GApplication       *application,
                                       ActConnectionEntry *entry);
void         act_notifier_set_watched (ActNotifier        *self,
                                       gboolean            watched);

G_END_DECLS
