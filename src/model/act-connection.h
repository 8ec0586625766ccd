/* One organisation: its base URL, key id and settings
 *
 * SPDX-FileCopyrightText: The Actioned contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "act-connection-settings.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ACT_CONNECTION_ERROR (act_connection_error_quark ())

/**
 * ActConnectionError:
 * @ACT_CONNECTION_ERROR_URL: the base URL cannot be read
 * @ACT_CONNECTION_ERROR_INSECURE: the base URL is http and not loopback
 * @ACT_CONNECTION_ERROR_INCOMPLETE: organisation id, key id or secret is missing
 * @ACT_CONNECTION_ERROR_CALL: the call that marks events is not a path on the same origin
 * @ACT_CONNECTION_ERROR_CONSOLE: the Console's address is not `https`
 * @ACT_CONNECTION_ERROR_AUTHORITY: the private authority is no certificate
 * @ACT_CONNECTION_ERROR_ORGANISATION: the key belongs to another organisation
 */
typedef enum
{
  ACT_CONNECTION_ERROR_URL,
  ACT_CONNECTION_ERROR_INSECURE,
  ACT_CONNECTION_ERROR_INCOMPLETE,
  ACT_CONNECTION_ERROR_CALL,
  ACT_CONNECTION_ERROR_CONSOLE,
  ACT_CONNECTION_ERROR_AUTHORITY,
  ACT_CONNECTION_ERROR_ORGANISATION,
} ActConnectionError;

#define ACT_TYPE_CONNECTION (act_connection_get_type ())

/**
 * ActConnection:
 *
 * An immutable description of how to reach one organisation. It never holds a secret. Reference
 * counted, may cross threads.
 */
typedef struct _ActConnection ActConnection;

GQuark                 act_connection_error_quark         (void);
GType                  act_connection_get_type            (void) G_GNUC_CONST;
ActConnection         *act_connection_new                 (const char                  *name,
                                                           const char                  *base_url,
                                                           const char                  *organisation_id,
                                                           const char                  *key_id,
                                                           GError                     **error);
ActConnection         *act_connection_new_from_settings   (const ActConnectionSettings *settings,
                                                           GError                     **error);
ActConnection         *act_connection_copy_with_settings  (ActConnection               *self,
                                                           const ActConnectionSettings *settings,
                                                           GError                     **error);
ActConnection         *act_connection_copy_with_id        (ActConnection               *self,
                                                           const char                  *id);
ActConnection         *act_connection_ref                 (ActConnection               *self);
void                   act_connection_unref               (ActConnection               *self);
ActConnectionSettings *act_connection_dup_settings        (ActConnection               *self);
const char            *act_connection_get_id              (ActConnection               *self);
const char            *act_connection_get_name            (ActConnection               *self);
const char            *act_connection_get_base_url        (ActConnection               *self);
const char            *act_connection_get_organisation_id (ActConnection               *self);
const char            *act_connection_get_key_id          (ActConnection               *self);
const char            *act_connection_get_mark_method     (ActConnection               *self);
const char            *act_connection_get_mark_path       (ActConnection               *self);
char                  *act_connection_build_mark_path     (ActConnection               *self,
                                                           const char                  *event_id);
ActConnectionColour    act_connection_get_colour          (ActConnection               *self);
guint                  act_connection_get_refresh_minutes (ActConnection               *self);
guint                  act_connection_get_request_ceiling (ActConnection               *self);
const char            *act_connection_get_console_address (ActConnection               *self);
gboolean               act_connection_get_notify          (ActConnection               *self);
const char            *act_connection_get_authority       (ActConnection               *self);
gboolean               act_connection_is_loopback         (const char                  *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActConnection, act_connection_unref)

G_END_DECLS
